/** The one server and the one database in which all integration tests of this module run; stays outside the server. */
@NullMarked
package org.fixtrail.web.it.server;

import org.jspecify.annotations.NullMarked;

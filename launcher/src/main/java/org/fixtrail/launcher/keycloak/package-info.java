/** A Keycloak of the installation's own, for trial and for tests: fetched, built once, started and stopped. */
@NullMarked
package org.fixtrail.launcher.keycloak;

import org.jspecify.annotations.NullMarked;

/** YAML that is read strictly: every key is known, every problem has its place. */
@NullMarked
package org.fixtrail.services.yaml;

import org.jspecify.annotations.NullMarked;

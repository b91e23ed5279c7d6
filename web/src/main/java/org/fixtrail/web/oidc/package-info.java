/** Sign-in by an identity provider: OpenID Connect, its ways to sign out, and its tokens for machines. */
@NullMarked
package org.fixtrail.web.oidc;

import org.jspecify.annotations.NullMarked;

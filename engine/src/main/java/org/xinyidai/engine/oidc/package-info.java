/**
 * Organisations that know their own people (机构统一身份认证): OpenID Connect with code, PKCE, state and
 * nonce. In: a file of providers, and what a browser brings back from one. Out: who the provider
 * says it is, as issuer and subject. Next is {@code login}, which knows whose account that is.
 */
@NullMarked
package org.xinyidai.engine.oidc;

import org.jspecify.annotations.NullMarked;

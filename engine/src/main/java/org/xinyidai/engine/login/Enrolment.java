package org.xinyidai.engine.login;

import org.jspecify.annotations.Nullable;

/**
 * What a person gets who accepted an invitation (开通结果).
 *
 * @param secret for an app of the second factor, Base32; null where the role needs none
 * @param uri the same as the apps read it from a picture; null likewise
 */
public record Enrolment(String user, @Nullable String secret, @Nullable String uri) {}

package org.xinyidai.engine.http.api;

import static org.xinyidai.engine.http.problem.Refusal.invalid;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.login.LoginRefused;

/** What sessions, invitations and accounts answer alike (登录接口公用应答). */
final class LoginAnswers {
  private LoginAnswers() {}

  /** {@code __Host-}: of this host alone, over TLS or to this machine itself, for every path. */
  static String cookie(String value, Optional<Duration> lives) {
    return cookie(Call.SESSION_COOKIE, value, CookieSameSite.STRICT, lives);
  }

  /** The same under another name. */
  static String cookie(String name, String value, CookieSameSite site, Optional<Duration> lives) {
    Cookie cookie =
        Cookie.cookie(name, value).setPath("/").setSecure(true).setHttpOnly(true).setSameSite(site);
    lives.ifPresent(age -> cookie.setMaxAge(age.toSeconds()));
    return cookie.encode();
  }

  static <T> T refusing(Supplier<T> work) {
    try {
      return work.get();
    } catch (LoginRefused e) {
      throw switch (e.reason()) {
        case WRONG -> Refusal.of(ProblemType.LOGIN_REFUSED);
        case EXPIRED -> Refusal.of(ProblemType.PASSWORD_EXPIRED).at("newPassword");
        case WEAK -> invalid("password", e.zh(), "The password does not fit the profile");
        case NO_INVITATION -> invalid("code", e.zh(), "The invitation does not hold");
        case NAME -> invalid("user", e.zh(), "This user name cannot be had");
      };
    }
  }

  static String text(String field, @Nullable String given) {
    if (given == null || given.isBlank() || given.length() > Account.MAX_TEXT) {
      throw invalid(
          field,
          "必填，不超过" + Account.MAX_TEXT + "字",
          "Required, at most " + Account.MAX_TEXT + " characters");
    }
    return given;
  }
}

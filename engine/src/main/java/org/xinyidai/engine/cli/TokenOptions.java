package org.xinyidai.engine.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.identity.Grant;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.identity.TokenWish;
import org.xinyidai.engine.identity.Tokens;
import picocli.CommandLine.Option;

/** What a token shall be good for, shared by the commands that issue one. */
final class TokenOptions {
  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      split = ",",
      description =
          "what the token is good for, such as postRecords:tax_rating,getBatch (default: everything"
              + " that the account may do)")
  private List<String> scopes = List.of();

  @Option(
      names = "--expires",
      paramLabel = "DAY",
      description = "the last day on which it opens anything (default: no end)")
  private @Nullable LocalDate lastDay;

  /** Whether anything was asked for. */
  boolean isNarrow() {
    return !scopes.isEmpty() || lastDay != null;
  }

  /**
   * The grant for an account of a role.
   *
   * @throws Failure naming what is wrong
   */
  Grant grant(Role role, Instant now) {
    TokenWish wish = new TokenWish(scopes, lastDay);
    wish.fault(role, now).ifPresent(faulty -> refuse(faulty, role));
    return wish.grant();
  }

  private static void refuse(TokenWish.Faulty faulty, Role role) {
    throw new Failure(
        switch (faulty.fault()) {
          case SCOPE_UNKNOWN ->
              "--scope "
                  + faulty.word()
                  + " is no operation; postRecords alone takes a feed, as in"
                  + " postRecords:tax_rating";
          case SCOPE_OF_ANOTHER_ROLE ->
              "--scope " + faulty.word() + ": the role " + role.id() + " may not call it";
          case DAY_PASSED -> "--expires has passed; name a later day";
          case DAY_TOO_FAR -> "--expires is at most " + Tokens.LONGEST_DAYS + " days from now";
        });
  }
}

package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Grant;
import org.xinyidai.engine.identity.Scope;
import org.xinyidai.engine.identity.Tokens;
import org.xinyidai.engine.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the tokens of an account, issues a narrowed one, or takes one back. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "List the tokens of an account; with --scope or --expires issue one more.")
final class TokenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Mixin private TokenOptions wanted = new TokenOptions();

  @Option(names = "--revoke", paramLabel = "TOKEN", description = "the id of one to take back")
  private @Nullable String revoked;

  @Parameters(paramLabel = "ACCOUNT", description = "the id that xyd accounts lists")
  private String id = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Platform platform = state.open()) {
      SecureRandom random = new SecureRandom();
      Account account = KnownAccount.of(new Accounts(platform.store(), random), id);
      Tokens tokens = new Tokens(platform.store(), random);
      if (revoked != null) {
        revoke(platform, tokens, account, revoked);
      } else if (wanted.isNarrow()) {
        Grant grant = wanted.grant(account.role(), platform.clock().instant());
        Tokens.Issued issued =
            platform.store().execute(changes -> tokens.issue(changes, account.id(), grant));
        out.println("token (shown once): " + issued.token().reveal());
      }
      tokens.of(account.id()).forEach(token -> out.println(line(token)));
      out.flush();
    }
    return 0;
  }

  private static void revoke(Platform platform, Tokens tokens, Account account, String tokenId) {
    byte[] key =
        tokens
            .find(account.id(), tokenId)
            .orElseThrow(() -> new Failure(tokenId + ": the account has no such token"));
    platform.store().execute(changes -> tokens.revoke(changes, key));
  }

  private static String line(Tokens.Listed token) {
    Grant grant = token.grant();
    String scopes =
        grant.whole()
            ? "everything"
            : grant.scopes().stream().map(Scope::text).collect(Collectors.joining(","));
    return token.id() + "\t" + scopes + "\t" + grant.end().map(Instant::toString).orElse("no end");
  }
}

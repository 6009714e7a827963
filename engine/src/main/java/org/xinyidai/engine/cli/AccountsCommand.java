package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Grant;
import org.xinyidai.engine.identity.Organisations;
import org.xinyidai.engine.identity.Organisations.Standing;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.identity.Seat;
import org.xinyidai.engine.identity.Tokens;
import org.xinyidai.engine.login.Invitations;
import org.xinyidai.engine.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists accounts, or issues one with a token that is shown once. There is no default account. */
@Command(
    name = "accounts",
    mixinStandardHelpOptions = true,
    subcommands = {TokenCommand.class, BindCommand.class},
    description = "List accounts; with --issue ROLE, make one and show its token, once.")
final class AccountsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StateOption state = new StateOption();

  @Option(
      names = "--issue",
      paramLabel = "ROLE",
      description = "source, enterprise, bank, office, auditor, security or admin")
  private @Nullable String role;

  @Mixin private TokenOptions wanted = new TokenOptions();

  @Option(
      names = "--invite",
      paramLabel = "ROLE",
      description = "open an account for a person and show the code by which it chooses a password")
  private @Nullable String invited;

  @Option(names = "--name", paramLabel = "NAME", description = "whose account it is")
  private String name = "";

  @Option(
      names = "--organisation",
      paramLabel = "CODE",
      description = "the code of an enterprise; for others what their things are kept under")
  private String organisation = "";

  @Option(
      names = "--unit",
      paramLabel = "ID",
      description = "the branch or office that it sits in, by xyd organisations")
  private String unit = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Platform platform = state.open()) {
      Accounts accounts = new Accounts(platform.store(), new SecureRandom());
      if (invited != null) {
        invite(platform, accounts, invited, out);
      } else if (role != null) {
        issue(platform, accounts, role, out);
      } else {
        accounts
            .all()
            .forEach(
                account ->
                    out.printf(
                        "%s\t%s\t%s\t%s%n",
                        account.id(), account.role().id(), account.name(), account.organisation()));
      }
      out.flush();
    }
    return 0;
  }

  private void issue(Platform platform, Accounts accounts, String roleId, PrintWriter out) {
    Role known = role(roleId);
    Grant grant = wanted.grant(known, platform.clock().instant());
    Account account = accounts.open(named(), standing(platform, known));
    Tokens tokens = new Tokens(platform.store(), new SecureRandom());
    Tokens.Issued issued =
        platform.store().execute(changes -> tokens.issue(changes, account.id(), grant));
    out.println("token (shown once): " + issued.token().reveal());
  }

  private void invite(Platform platform, Accounts accounts, String roleId, PrintWriter out) {
    Account account = accounts.open(named(), standing(platform, role(roleId)));
    Invitations invitations = new Invitations(platform.store(), accounts, platform.clock());
    out.println(
        "邀请码 invitation (shown once, 72 h): "
            + invitations.invite(account.id(), new SecureRandom()).reveal());
  }

  private Standing standing(Platform platform, Role known) {
    if (unit.isBlank()) {
      return new Standing(known, organisationOf(known), Seat.NONE);
    }
    Organisations organisations = new Organisations(platform.store(), new SecureRandom());
    Standing standing =
        organisations
            .find(unit)
            .map(organisations::standing)
            .orElseThrow(() -> new Failure(unit + ": no such organisation"));
    if (standing.role() != known) {
      throw new Failure(unit + " is of the role " + standing.role().id());
    }
    return standing;
  }

  private static Role role(String id) {
    return Role.ofId(id)
        .orElseThrow(() -> new Failure("no role " + id + "; take one of " + roles()));
  }

  private String named() {
    if (name.isBlank()) {
      throw new Failure("--name must say whose account it is");
    }
    return name;
  }

  private String organisationOf(Role known) {
    String code = known == Role.ENTERPRISE ? Codes.uscc(organisation).value() : organisation;
    if (code.isBlank()) {
      throw new Failure("--organisation must say what the account's things are kept under");
    }
    return code;
  }

  private static String roles() {
    return Stream.of(Role.values()).map(Role::id).collect(Collectors.joining(", "));
  }
}

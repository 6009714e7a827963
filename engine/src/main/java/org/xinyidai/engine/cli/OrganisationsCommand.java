package org.xinyidai.engine.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.identity.Organisation;
import org.xinyidai.engine.identity.Organisations;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.subject.Region;
import org.xinyidai.models.subject.Uscc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists lenders and offices with their branches, or adds one. */
@Command(
    name = "organisations",
    mixinStandardHelpOptions = true,
    description = "机构: list lenders and offices with their branches; with --add KIND, add one.")
final class OrganisationsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StateOption state = new StateOption();

  @Option(
      names = "--add",
      paramLabel = "KIND",
      description = "bank, guarantee, small_loan, pawn or office")
  private @Nullable String kind;

  @Option(names = "--name", paramLabel = "NAME", description = "what it is called")
  private String name = "";

  @Option(names = "--parent", paramLabel = "ID", description = "the organisation above")
  private @Nullable String parent;

  @Option(
      names = "--division",
      paramLabel = "CODE",
      description = "six digits of the place; the office of a district sees no more")
  private @Nullable String division;

  @Option(
      names = "--institution-code",
      paramLabel = "USCC",
      description =
          "unified social credit code of a lender's head, which results to the nation name")
  private @Nullable String institutionCode;

  @Option(
      names = "--code",
      paramLabel = "ID",
      description = "enter the --institution-code of the organisation of this id")
  private @Nullable String coded;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Platform platform = state.open()) {
      Organisations organisations = new Organisations(platform.store(), new SecureRandom());
      if (coded != null) {
        print(coded(platform, organisations, coded), out);
      } else if (kind != null) {
        print(added(platform, organisations, kind), out);
      } else {
        organisations.all().forEach(one -> print(one, out));
      }
      out.flush();
    }
    return 0;
  }

  private Organisation added(Platform platform, Organisations organisations, String id) {
    Organisation.Kind known =
        Organisation.Kind.ofId(id)
            .orElseThrow(
                () -> new Failure("--add takes bank, guarantee, small_loan, pawn or office"));
    if (name.isBlank()) {
      throw new Failure("--name must say what it is called");
    }
    if (division != null && !Region.isWellFormed(division)) {
      throw new Failure("--division takes six digits");
    }
    try {
      Organisation plain = organisations.prepare(known, name, parent, division);
      Organisation fresh = institutionCode == null ? plain : plain.coded(code());
      return platform.store().execute(changes -> organisations.put(changes, fresh));
    } catch (Organisations.Misplaced e) {
      throw new Failure("--" + e.field() + ": " + e.getMessage());
    }
  }

  private Organisation coded(Platform platform, Organisations organisations, String id) {
    Organisation found =
        organisations
            .find(id)
            .orElseThrow(() -> new Failure("--code: there is no organisation " + id));
    String code = code();
    return platform.store().execute(changes -> organisations.put(changes, found.coded(code)));
  }

  private String code() {
    String code = institutionCode == null ? "" : institutionCode;
    if (!Uscc.isWellFormed(code)) {
      throw new Failure("--institution-code takes the 18 characters of a unified code");
    }
    return code;
  }

  private static void print(Organisation one, PrintWriter out) {
    out.printf(
        "%s\t%s\t%s\t%s\t%s\t%s%n",
        one.id(),
        one.kind().id(),
        one.name(),
        one.parent() == null ? "-" : one.parent(),
        one.division() == null ? "-" : one.division(),
        one.institutionCode() == null ? "-" : one.institutionCode());
  }
}

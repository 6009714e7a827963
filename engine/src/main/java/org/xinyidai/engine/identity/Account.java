package org.xinyidai.engine.identity;

import java.util.List;
import java.util.Optional;
import org.xinyidai.models.subject.Uscc;

/**
 * Someone who may call the platform (账户).
 *
 * @param id unique here, says nothing of its holder
 * @param name for people to read
 * @param organisation whose things it owns: of an enterprise its code, of a bank or source the code
 *     under which it publishes; several accounts may act for one organisation
 * @param seat where in it its holder sits
 */
public record Account(String id, Role role, String name, String organisation, Seat seat) {
  /** The longest name or organisation, in characters: those of the market register fit. */
  public static final int MAX_TEXT = 200;

  public Account {
    if (id.isBlank() || name.isBlank() || organisation.isBlank()) {
      throw new IllegalArgumentException("an account has an id, a name and an organisation");
    }
    if (name.length() > MAX_TEXT || organisation.length() > MAX_TEXT) {
      throw new IllegalArgumentException("a name has at most " + MAX_TEXT + " characters");
    }
    if (role == Role.ENTERPRISE && !Uscc.isWellFormed(organisation)) {
      throw new IllegalArgumentException("an enterprise's organisation is its code");
    }
    if (role != Role.OFFICE && seat.isOfDistrict()) {
      throw new IllegalArgumentException("only an office is of a district");
    }
  }

  /** Of an organisation as a whole. */
  public Account(String id, Role role, String name, String organisation) {
    this(id, role, name, organisation, Seat.NONE);
  }

  /**
   * The boxes that it reads: its organisation's, and that of the branch or office where it sits.
   */
  public List<String> boxes() {
    return seat.unit().isEmpty() ? List.of(organisation) : List.of(organisation, seat.unit());
  }

  /** The code of its organisation, empty where the organisation has another kind of name. */
  public Optional<Uscc> uscc() {
    return Uscc.isWellFormed(organisation) ? Optional.of(new Uscc(organisation)) : Optional.empty();
  }
}

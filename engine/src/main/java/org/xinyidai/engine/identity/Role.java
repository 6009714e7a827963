package org.xinyidai.engine.identity;

import java.util.Arrays;
import java.util.Optional;

/** What an account is to the platform (角色). An account has exactly one. */
public enum Role {
  /** An office that delivers records (数源单位). */
  SOURCE("source"),
  /** A firm, sole trader or farmer that looks for money (经营主体). */
  ENTERPRISE("enterprise"),
  /** A lender: bank, guarantee, small-loan or pawn company (金融机构). */
  BANK("bank"),
  /** The financing office, which supervises (金融办). */
  OFFICE("office"),
  /** Reads what happened, changes nothing (审计员). */
  AUDITOR("auditor"),
  /** Lets people in and shuts them out (安全管理员); sees neither the audit nor any file. */
  SECURITY("security"),
  /** Keeps the platform running and its catalogue in order (管理员); sees no enterprise's data. */
  ADMIN("admin");

  private final String id;

  Role(String id) {
    this.id = id;
  }

  /** The stable name in files and answers. */
  public String id() {
    return id;
  }

  public static Optional<Role> ofId(String id) {
    return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
  }
}

package org.xinyidai.engine.cli;

import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;

/** An account that a person names by its id. */
final class KnownAccount {
  private KnownAccount() {}

  static Account of(Accounts accounts, String id) {
    return accounts
        .find(id)
        .orElseThrow(() -> new Failure(id + ": no such account; xyd accounts lists them"));
  }
}

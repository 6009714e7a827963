package org.xinyidai.engine.lending;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.xinyidai.engine.casebook.Book;
import org.xinyidai.engine.casebook.CaseBook;
import org.xinyidai.engine.casebook.Entry;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.financing.application.Application;
import org.xinyidai.models.financing.application.Contract;
import org.xinyidai.models.product.Text;

/**
 * Numbers of contracts (合同编号), by lender: a loan that was claimed as made outside the platform is
 * not signed in an application as well, nor the other way about, for it would count twice.
 */
public final class Contracts {
  private final CaseBook<Entry> claims;

  public Contracts(Store store) {
    this.claims = new CaseBook<>(store, Book.CLAIMS, Entry.class);
  }

  /** The name under which a claim of a contract is kept. */
  public static String name(String lender, String number) {
    return lender + "\0" + number;
  }

  /** The application in which a contract was signed; empty where there is none. */
  public Optional<String> application(Changes changes, String lender, String number) {
    return changes
        .get(Family.APPLICATION_INDEX, key(lender, number))
        .map(id -> new String(id, US_ASCII));
  }

  /**
   * Notes that an application was signed.
   *
   * @throws ApplicationRefused when the contract was claimed and the claim stands
   */
  void sign(Changes changes, Application signed) {
    Contract contract = signed.contract();
    if (contract == null) {
      throw new IllegalStateException("a signed application has a contract: " + signed.id());
    }
    String lender = signed.filing().target().lender();
    claims
        .named(changes, name(lender, contract.number()))
        .ifPresent(
            claim -> {
              throw new ApplicationRefused(
                  "contract.number",
                  new Text(
                      "该合同已作为平台外贷款认领（" + claim + "），不能重复计入；以本申请为准的，请先撤回认领",
                      "this contract is claimed as a loan outside the platform (%s): withdraw the claim first"
                          .formatted(claim)));
            });
    byte[] id = signed.id().value().getBytes(US_ASCII);
    changes.put(Family.APPLICATION_INDEX, key(lender, contract.number()), id);
  }

  private static byte[] key(String lender, String number) {
    return ApplicationIndex.contract(name(lender, number).getBytes(UTF_8));
  }
}

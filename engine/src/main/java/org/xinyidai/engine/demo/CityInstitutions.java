package org.xinyidai.engine.demo;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.xinyidai.engine.identity.Organisation;
import org.xinyidai.engine.identity.Organisations;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.subject.Uscc;

/**
 * The lenders of the city as organisations with codes (模拟机构登记). The codes are invented, like
 * everything that happens in the city.
 */
final class CityInstitutions {
  private CityInstitutions() {}

  /** Adds those lenders of products that are not there yet. */
  static void register(Platform platform) {
    Organisations organisations = new Organisations(platform.store(), new SecureRandom());
    List<String> known =
        new ArrayList<>(organisations.all().stream().map(Organisation::name).toList());
    platform.shelf().all().stream()
        .map(LoanProduct::lender)
        .map(lender -> lender.organisation())
        .distinct()
        .sorted()
        .filter(name -> !known.contains(name))
        .forEach(
            name -> {
              Organisation bank = organisations.prepare(Organisation.Kind.BANK, name, null, null);
              String code = Uscc.fromStem("91000000MA9%05d".formatted(known.size())).value();
              known.add(name);
              platform.store().execute(changes -> organisations.put(changes, bank.coded(code)));
            });
  }
}

package org.xinyidai.engine.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.xinyidai.engine.resolution.IdentityReader.Raw;
import org.xinyidai.engine.resolution.SimulatedRegister.Firm;
import org.xinyidai.models.subject.Uscc;

/** Labelled claims: what a utility would send of an enterprise, with the noise of real books. */
final class SimulatedClaims {
  /**
   * One claim and the enterprise it truly means.
   *
   * @param truth empty when the register does not hold that enterprise
   */
  record Labelled(Raw raw, String account, Optional<Uscc> truth) {}

  private final SplittableRandom random;
  private final SimulatedRegister register;
  private final List<Firm> firms;

  SimulatedClaims(SplittableRandom random, SimulatedRegister register, List<Firm> firms) {
    this.random = random;
    this.register = register;
    this.firms = firms;
  }

  /** This many, one in five of them about someone who is not registered. */
  List<Labelled> make(int count) {
    List<Labelled> claims = new ArrayList<>();
    while (claims.size() < count) {
      claims.add(chance(20) ? ofOutsider() : ofFirm(pick(), true));
    }
    return claims;
  }

  private Labelled ofOutsider() {
    int kind = random.nextInt(100);
    if (kind < 20) {
      SimulatedNames names = register.names();
      String address = names.address(names.district());
      return new Labelled(raw(names.person(), address, "", "", "", ""), "", Optional.empty());
    }
    Firm outsider =
        kind < 80
            ? register.stranger(SimulatedNames.CITY)
            : kind < 90 ? register.stranger("衡阳市") : register.neighbour(pick(), kind);
    return register.isFree(outsider) ? ofFirm(outsider, false) : ofOutsider();
  }

  private Labelled ofFirm(Firm firm, boolean registered) {
    String name = chance(4) ? firm.owner() : new NameNoise(random, register.names()).of(firm);
    String phone = firm.phone();
    Raw raw =
        raw(
            chance(97) ? name : "",
            chance(65) ? address(firm) : "",
            chance(30) ? chance(95) ? firm.owner() : register.names().person() : "",
            chance(25) ? chance(85) ? phone : register.names().phone() : "",
            chance(10) ? chance(97) ? firm.registrationNumber() : pick().registrationNumber() : "",
            chance(10) ? (chance(97) ? firm : pick()).uscc().value().substring(8, 17) : "");
    // Meters change hands: now and then the account was another's before.
    String account = !registered ? "" : chance(97) ? firm.account() : pick().account();
    Optional<Uscc> truth = registered ? Optional.of(firm.uscc()) : Optional.empty();
    return new Labelled(raw, chance(40) ? account : "", truth);
  }

  private String address(Firm firm) {
    String address = firm.address();
    if (chance(20)) {
      return SimulatedNames.CITY + address;
    }
    if (chance(20)) {
      int number = address.indexOf('号');
      return number < 0 ? address : address.substring(0, number);
    }
    if (chance(10)) {
      SimulatedNames names = register.names();
      return names.address(names.district());
    }
    return chance(10) ? address.replace("0", "０").replace("1", "１") : address;
  }

  private Firm pick() {
    return firms.get(random.nextInt(firms.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private static Raw raw(
      String name, String address, String owner, String phone, String number, String code) {
    return new Raw(name, address, owner, phone, number, code);
  }
}

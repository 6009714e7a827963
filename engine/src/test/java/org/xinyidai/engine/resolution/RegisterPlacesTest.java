package org.xinyidai.engine.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xinyidai.models.record.EnterpriseStatus;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.RegistrationChange;
import org.xinyidai.models.subject.PlaceNames;
import org.xinyidai.models.subject.PlaceNames.Level;
import org.xinyidai.models.subject.PlaceNames.Place;
import org.xinyidai.models.subject.SubjectType;
import org.xinyidai.models.subject.Uscc;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisterPlacesTest {
  private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
  private static final Uscc WHO = Uscc.fromStem("92431100MA000001");

  private final RegisterPlaces register = new RegisterPlaces();

  @Test
  void what_names_and_addresses_of_a_division_begin_with_is_a_place() {
    for (int i = 0; i < 5; i++) {
      add("431103", "永州市冷水滩区鑫源贸易有限公司", "冷水滩区梅湾路" + i + "号");
      add("431102", "永州市零陵区鑫源贸易有限公司", "零陵区萍阳路" + i + "号");
    }
    PlaceNames places = register.places();
    assertEquals(Optional.of(new Place(Level.CITY, "永州市")), at(places, "永州鑫源"));
    assertEquals(Optional.of(new Place(Level.DISTRICT, "零陵区")), at(places, "零陵区鑫源"));
  }

  @Test
  void a_city_as_high_as_a_county_is_a_district() {
    for (int i = 0; i < 5; i++) {
      add("431181", "祁阳市鑫源贸易有限公司", "祁阳市民生路" + i + "号");
      add("431103", "永州市鑫源贸易有限公司", "冷水滩区梅湾路" + i + "号");
      add("431181", "永州市恒泰贸易有限公司", "祁阳市浯溪街" + i + "号");
    }
    PlaceNames places = register.places();
    assertEquals(Optional.of(new Place(Level.DISTRICT, "祁阳市")), at(places, "祁阳市鑫源"));
    assertEquals(Optional.of(new Place(Level.CITY, "永州市")), at(places, "永州市鑫源"));
  }

  @Test
  void trade_names_that_end_like_a_place_are_none() {
    for (int i = 0; i < 900; i++) {
      add("431121", i < 4 ? "东安县盟科技有限公司" : "东安县鑫源贸易有限公司", "东安县建设路" + i + "号");
    }
    PlaceNames places = register.places();
    assertEquals(Optional.of(new Place(Level.DISTRICT, "东安县")), at(places, "东安县盟科技"));
  }

  private static Optional<Place> at(PlaceNames places, String text) {
    return places.at(text, 0).map(PlaceNames.Found::place);
  }

  private void add(String division, String name, String address) {
    register.add(
        new MarketRegistration(
            WHO,
            DAY,
            RegistrationChange.FOUNDED,
            name,
            DAY,
            EnterpriseStatus.ALL.get(0),
            "5199",
            division,
            SubjectType.ALL.get(0),
            null,
            null,
            null,
            null,
            new MarketRegistration.Contact(address, "", "", "")));
  }
}

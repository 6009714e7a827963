package org.xinyidai.engine.learning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinyidai.engine.store.Histories;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.subject.Industry;
import org.xinyidai.models.subject.SizeClass;
import org.xinyidai.models.subject.SizeMeasures;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.training.Grouping;
import org.xinyidai.models.training.ModelCards.Period;
import org.xinyidai.models.training.TrainingSet;

/**
 * Parts the rows of a joined set by what the register said of each enterprise on its observation
 * day (样本分组): size class, district and age, by which a model card compares how a model treats them.
 */
public final class SampleGroups {
  private final Histories histories;

  public SampleGroups(Store store) {
    histories = new Histories(store);
  }

  /** The groupings, without those of which the register says nothing at all. */
  public List<Grouping> of(TrainingSet set) {
    List<String> sizes = new ArrayList<>();
    List<String> districts = new ArrayList<>();
    List<String> ages = new ArrayList<>();
    for (String id : set.ids()) {
      Label label = labelOf(id);
      Optional<MarketRegistration> registered = registered(label);
      sizes.add(
          registered.flatMap(SampleGroups::size).map(one -> one.spellings().get(0)).orElse(""));
      districts.add(registered.map(MarketRegistration::divisionCode).orElse(""));
      ages.add(registered.map(one -> age(one.foundedOn(), label.observedOn())).orElse(""));
    }
    List<Grouping> groupings = new ArrayList<>();
    add(groupings, "企业规模", sizes);
    add(groupings, "地区", districts);
    add(groupings, "成立年限", ages);
    return groupings;
  }

  /** The days that a joined set spans. */
  public static Period period(TrainingSet set) {
    List<LocalDate> days = set.ids().stream().map(id -> labelOf(id).observedOn()).sorted().toList();
    return days.isEmpty() ? Period.UNKNOWN : new Period(days.get(0), days.get(days.size() - 1));
  }

  private static void add(List<Grouping> groupings, String by, List<String> names) {
    if (names.stream().anyMatch(name -> !name.isEmpty())) {
      groupings.add(Grouping.of(by, names));
    }
  }

  private Optional<MarketRegistration> registered(Label label) {
    return histories
        .knownAt(TrainingSets.knowableBy(label), label.uscc())
        .of(MarketRegistration.FEED)
        .stream()
        .filter(record -> !record.day().isAfter(label.observedOn()))
        .reduce((earlier, later) -> later);
  }

  /** The code and the day of a row; its outcome is not looked at. */
  private static Label labelOf(String id) {
    int at = id.indexOf('@');
    return new Label(new Uscc(id.substring(0, at)), LocalDate.parse(id.substring(at + 1)), false);
  }

  private static Optional<SizeClass> size(MarketRegistration registration) {
    SizeMeasures measures =
        new SizeMeasures(
            registration.employees(), registration.revenueFen(), registration.assetsFen());
    return Industry.parse(registration.industryCode())
        .flatMap(industry -> SizeClass.of(industry, measures));
  }

  private static String age(LocalDate foundedOn, LocalDate day) {
    long years = ChronoUnit.YEARS.between(foundedOn, day);
    if (years < 2) {
      return "不满 2 年";
    }
    return years < 5 ? "2 至 5 年" : years < 10 ? "5 至 10 年" : "10 年以上";
  }
}

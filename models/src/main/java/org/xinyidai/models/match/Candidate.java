package org.xinyidai.models.match;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.feature.FeatureVector;
import org.xinyidai.models.feature.MissingReason;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.score.Score;
import org.xinyidai.models.subject.Industry;
import org.xinyidai.models.subject.SizeClass;
import org.xinyidai.models.subject.SizeMeasures;
import org.xinyidai.models.subject.Uscc;

/**
 * An enterprise as products see it on one day (匹配对象): a value for each attribute of the catalogue,
 * NaN where missing. Immutable.
 */
public final class Candidate {
  private final AttributeCatalogue catalogue;
  private final FeatureVector features;
  private final double[] values;

  private Candidate(AttributeCatalogue catalogue, FeatureVector features, double[] values) {
    this.catalogue = catalogue;
    this.features = features;
    this.values = values;
  }

  /**
   * Starts from a vector; everything else is missing until it is given.
   *
   * @throws IllegalArgumentException when the vector is of another schema than the catalogue
   */
  public static Builder of(AttributeCatalogue catalogue, FeatureVector features) {
    return new Builder(catalogue, features);
  }

  public AttributeCatalogue catalogue() {
    return catalogue;
  }

  public Uscc uscc() {
    return features.uscc();
  }

  public LocalDate asOf() {
    return features.asOf();
  }

  /** The value of an attribute; NaN where missing. */
  public double value(int position) {
    return values[position];
  }

  /** A copy of all values in the order of the catalogue, NaN where missing. */
  public double[] values() {
    return values.clone();
  }

  /** Why a feature is missing; {@code NONE} for other attributes and for values that are there. */
  public MissingReason missing(int position) {
    return position < catalogue.features() ? features.missing(position) : MissingReason.NONE;
  }

  /**
   * The same enterprise with other values; what is derived follows from them.
   *
   * @param changed one per attribute; taken over, not copied
   */
  Candidate with(double[] changed) {
    catalogue.derive(changed);
    return new Candidate(catalogue, features, changed);
  }

  double[] rawValues() {
    return values;
  }

  /** Collects what is known beside the features. */
  public static final class Builder {
    private final AttributeCatalogue catalogue;
    private final FeatureVector features;
    private final double[] values;

    private Builder(AttributeCatalogue catalogue, FeatureVector features) {
      if (features.schemaVersion() != catalogue.schemaVersion()
          || features.size() != catalogue.features()) {
        throw new IllegalArgumentException(
            "a vector of schema "
                + features.schemaVersion()
                + " with "
                + features.size()
                + " features, a catalogue of schema "
                + catalogue.schemaVersion());
      }
      this.catalogue = catalogue;
      this.features = features;
      this.values = Arrays.copyOf(features.values(), catalogue.size());
      Arrays.fill(values, features.size(), values.length, Double.NaN);
    }

    /** Points, grade, stars and probability; null where no model has scored the enterprise. */
    public Builder score(@Nullable Score score) {
      if (score != null) {
        value("score_points", score.points());
        code("grade", score.grade().name());
        value("stars", score.stars());
        value("probability_of_default", score.probabilityOfDefault());
      }
      return this;
    }

    /** Kind, industry, place, size and day of foundation; null where the register is silent. */
    public Builder registration(@Nullable MarketRegistration registration) {
      if (registration == null) {
        return this;
      }
      Optional<Industry> industry = Industry.parse(registration.industryCode());
      SizeMeasures measures =
          new SizeMeasures(
              registration.employees(), registration.revenueFen(), registration.assetsFen());
      return code("subject_type", registration.subjectType().name())
          .code("registration_status", registration.status().name())
          .code("industry_section", industry.map(i -> i.section().name()).orElse(null))
          .code("industry_code", industry.map(Industry::digits).orElse(null))
          .code("division_code", registration.divisionCode())
          .code(
              "size_class",
              industry.flatMap(i -> SizeClass.of(i, measures)).map(SizeClass::name).orElse(null))
          .day("founded_on", registration.foundedOn());
    }

    /** A profile code, such as {@code industry_code}; null or unknown codes stay missing. */
    public Builder code(String attribute, @Nullable String code) {
      OptionalDouble value =
          code == null ? OptionalDouble.empty() : catalogue.get(attribute).coding().value(code);
      return value(attribute, value.orElse(Double.NaN));
    }

    /** A day of the profile, such as {@code founded_on}. */
    public Builder day(String attribute, @Nullable LocalDate day) {
      return value(attribute, day == null ? Double.NaN : day.toEpochDay());
    }

    /**
     * What the enterprise declares with its demand, by name of attribute.
     *
     * @throws IllegalArgumentException when an attribute is not one that may be declared
     */
    public Builder declared(Map<String, Double> declared) {
      declared.forEach(
          (name, value) -> {
            if (catalogue.get(name).origin() != Attribute.Origin.DECLARED) {
              throw new IllegalArgumentException(name + " is not for the enterprise to declare");
            }
            value(name, value);
          });
      return this;
    }

    public Candidate build() {
      double[] all = values.clone();
      catalogue.derive(all);
      return new Candidate(catalogue, features, all);
    }

    private Builder value(String attribute, double value) {
      values[catalogue.positionOf(attribute)] = value;
      return this;
    }
  }
}

package org.xinyidai.models.subject;

import java.util.List;
import org.xinyidai.models.subject.SizeClass.Measure;

/**
 * The sixteen groups of industries by which size is judged (划型行业), 工信部联企业〔2011〕300号 art. 4, drawn
 * by GB/T 4754-2017. Industries that the standard does not name are judged as other ones (参照执行,
 * art. 7): finance, education, health, railways.
 */
enum SizeIndustry {
  AGRICULTURE,
  INDUSTRY,
  CONSTRUCTION,
  WHOLESALE,
  RETAIL,
  TRANSPORT,
  WAREHOUSING,
  POST,
  HOTELS,
  RESTAURANTS,
  INFORMATION_TRANSMISSION,
  SOFTWARE,
  REAL_ESTATE_DEVELOPMENT,
  PROPERTY_MANAGEMENT,
  LEASING_AND_BUSINESS_SERVICES,
  OTHER;

  private static final String DEVELOPMENT = "701";
  private static final String PROPERTY = "702";
  private static final long FEN_PER_TEN_THOUSAND_YUAN = 1_000_000;

  static SizeIndustry of(Industry industry) {
    return switch (industry.section()) {
      case A -> AGRICULTURE;
      case B, C, D -> INDUSTRY;
      case E -> CONSTRUCTION;
      case F -> industry.division() == 51 ? WHOLESALE : RETAIL;
      case G ->
          switch (industry.division()) {
            case 53 -> OTHER;
            case 59 -> WAREHOUSING;
            case 60 -> POST;
            default -> TRANSPORT;
          };
      case H -> industry.division() == 61 ? HOTELS : RESTAURANTS;
      case I -> industry.division() == 65 ? SOFTWARE : INFORMATION_TRANSMISSION;
      case K ->
          industry.isWithin(DEVELOPMENT)
              ? REAL_ESTATE_DEVELOPMENT
              : industry.isWithin(PROPERTY) ? PROPERTY_MANAGEMENT : OTHER;
      case L -> LEASING_AND_BUSINESS_SERVICES;
      default -> OTHER;
    };
  }

  /** The lower bounds of this group; a class needs all of its own. */
  List<Bound> bounds() {
    return switch (this) {
      case AGRICULTURE -> List.of(revenue(20_000, 500, 50));
      case INDUSTRY -> List.of(employees(1_000, 300, 20), revenue(40_000, 2_000, 300));
      case CONSTRUCTION -> List.of(revenue(80_000, 6_000, 300), assets(80_000, 5_000, 300));
      case WHOLESALE -> List.of(employees(200, 20, 5), revenue(40_000, 5_000, 1_000));
      case RETAIL -> List.of(employees(300, 50, 10), revenue(20_000, 500, 100));
      case TRANSPORT -> List.of(employees(1_000, 300, 20), revenue(30_000, 3_000, 200));
      case WAREHOUSING -> List.of(employees(200, 100, 20), revenue(30_000, 1_000, 100));
      case POST -> List.of(employees(1_000, 300, 20), revenue(30_000, 2_000, 100));
      case HOTELS, RESTAURANTS -> List.of(employees(300, 100, 10), revenue(10_000, 2_000, 100));
      case INFORMATION_TRANSMISSION ->
          List.of(employees(2_000, 100, 10), revenue(100_000, 1_000, 100));
      case SOFTWARE -> List.of(employees(300, 100, 10), revenue(10_000, 1_000, 50));
      case REAL_ESTATE_DEVELOPMENT ->
          List.of(revenue(200_000, 1_000, 100), assets(10_000, 5_000, 2_000));
      case PROPERTY_MANAGEMENT -> List.of(employees(1_000, 300, 100), revenue(5_000, 1_000, 500));
      case LEASING_AND_BUSINESS_SERVICES ->
          List.of(employees(300, 100, 10), assets(120_000, 8_000, 100));
      case OTHER -> List.of(employees(300, 100, 10));
    };
  }

  private static Bound employees(long large, long medium, long small) {
    return new Bound(Measure.EMPLOYEES, large, medium, small);
  }

  private static Bound revenue(long large, long medium, long small) {
    return money(Measure.REVENUE, large, medium, small);
  }

  private static Bound assets(long large, long medium, long small) {
    return money(Measure.ASSETS, large, medium, small);
  }

  /** The standard counts money in ten thousand yuan. */
  private static Bound money(Measure measure, long large, long medium, long small) {
    return new Bound(
        measure,
        large * FEN_PER_TEN_THOUSAND_YUAN,
        medium * FEN_PER_TEN_THOUSAND_YUAN,
        small * FEN_PER_TEN_THOUSAND_YUAN);
  }

  /** The least of one measure for each class above micro, in persons or fen. */
  record Bound(Measure measure, long large, long medium, long small) {}
}

package org.xinyidai.models.uptake;

import org.jspecify.annotations.Nullable;
import org.xinyidai.models.subject.Section;
import org.xinyidai.models.subject.SizeClass;
import org.xinyidai.models.subject.SubjectType;

/**
 * What holds of a subject over some days, packed into one int (主体状态): flags in the low 16 bits,
 * then its type, size and industry with stable codes of their own, 0 where not known.
 */
public final class SubjectBits {
  public static final int SURVIVES = 1;
  public static final int REGISTERED = 1 << 1;
  public static final int VERIFIED = 1 << 2;
  public static final int RATED = 1 << 3;
  public static final int A_RATED = 1 << 4;
  public static final int SERIOUS = 1 << 5;
  public static final int COVERED = 1 << 6;
  public static final int APPLIED = 1 << 7;
  public static final int GRANTED = 1 << 8;
  public static final int CODE_GIVEN_TWICE = 1 << 9;

  private static final int TYPE_AT = 16;
  private static final int SIZE_AT = 20;
  private static final int SECTION_AT = 24;
  private static final int FOUR_BITS = 0xF;
  private static final int FIVE_BITS = 0x1F;

  private SubjectBits() {}

  /** Flags with what kind of subject it is. */
  public static int of(
      int flags, SubjectType type, @Nullable SizeClass size, @Nullable Section section) {
    return flags
        | (code(type) << TYPE_AT)
        | ((size == null ? 0 : code(size)) << SIZE_AT)
        | ((section == null ? 0 : section.name().charAt(0) - 'A' + 1) << SECTION_AT);
  }

  /** Whether all flags of a mask are set. */
  static boolean has(int bits, int mask) {
    return (bits & mask) == mask;
  }

  static boolean isType(int bits, SubjectType type) {
    return ((bits >> TYPE_AT) & FOUR_BITS) == code(type);
  }

  static boolean isSize(int bits, SizeClass size) {
    return ((bits >> SIZE_AT) & FOUR_BITS) == code(size);
  }

  /** Name of the type, as the register writes its code. */
  static String type(int bits) {
    for (SubjectType type : SubjectType.ALL) {
      if (isType(bits, type)) {
        return type.name();
      }
    }
    return "";
  }

  /** Name of the size, empty where it is not known. */
  static String size(int bits) {
    for (SizeClass size : SizeClass.values()) {
      if (isSize(bits, size)) {
        return size.name();
      }
    }
    return "";
  }

  /** Letter of the section, empty where it is not known. */
  static String section(int bits) {
    int code = (bits >> SECTION_AT) & FIVE_BITS;
    return code == 0 ? "" : String.valueOf((char) ('A' + code - 1));
  }

  private static int code(SubjectType type) {
    return switch (type) {
      case FIRM -> 1;
      case SOLE_TRADER -> 2;
      case FARMER_COOPERATIVE -> 3;
      case FARMER -> 4;
    };
  }

  private static int code(SizeClass size) {
    return switch (size) {
      case MICRO -> 1;
      case SMALL -> 2;
      case MEDIUM -> 3;
      case LARGE -> 4;
    };
  }
}

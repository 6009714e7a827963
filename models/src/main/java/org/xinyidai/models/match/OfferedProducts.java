package org.xinyidai.models.match;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.product.LoanProduct;

/**
 * What a request is offered before anyone asks why the rest is not (可报价产品): numbers and amounts
 * side by side, so that thousands are put in order without a look at any product. An {@link Offer}
 * is made of one that is asked for. Positions count the offers, numbers the products of the {@link
 * Matcher}; both ascend together. Immutable.
 */
public final class OfferedProducts {
  private final List<LoanProduct> products;
  private final BitSet offered;
  private final int[] numbers;
  private final long[] amountsFen;
  private final Map<Integer, Offer> worked;
  private final int termMonths;

  private OfferedProducts(Builder builder, BitSet offered) {
    this.products = builder.products;
    this.offered = offered;
    this.numbers = offered.stream().toArray();
    this.amountsFen = builder.amountsFen;
    this.worked = builder.worked;
    this.termMonths = builder.termMonths;
  }

  /** Gathers what is offered, in the order of products. */
  static final class Builder {
    private final List<LoanProduct> products;
    private final int termMonths;
    private final long[] amountsFen;
    private final Map<Integer, Offer> worked = new HashMap<>();
    private int count;

    /**
     * @param most offers that may come
     */
    Builder(List<LoanProduct> products, int termMonths, int most) {
      this.products = products;
      this.termMonths = termMonths;
      this.amountsFen = new long[most];
    }

    /** One that has no condition. */
    void add(long amountFen) {
      amountsFen[count++] = amountFen;
    }

    /** One of which more had to be worked out. */
    void add(Offer offer) {
      worked.put(count, offer);
      add(offer.amountFen());
    }

    /** All together; their numbers are the bits that are left. */
    OfferedProducts of(BitSet offered) {
      return new OfferedProducts(this, offered);
    }
  }

  /** How many there are. */
  public int count() {
    return numbers.length;
  }

  /** The product at a position, as {@link Matcher#products} numbers it. */
  public int number(int position) {
    return numbers[position];
  }

  /** The amount of the offer at a position, in fen. */
  public long amountFen(int position) {
    return amountsFen[position];
  }

  /** How many conditions the lender of the offer at a position still checks. */
  public int conditions(int position) {
    if (worked.isEmpty()) {
      return 0;
    }
    @Nullable Offer offer = worked.get(position);
    return offer == null ? 0 : offer.conditions().size();
  }

  /** The term of every offer. */
  public int termMonths() {
    return termMonths;
  }

  /** The offer at a position. */
  public Offer offer(int position) {
    @Nullable Offer offer = worked.isEmpty() ? null : worked.get(position);
    return offer != null
        ? offer
        : new Offer(products.get(numbers[position]), amountsFen[position], termMonths, List.of());
  }

  /** All of them in the order of products; each is made when it is asked for. */
  public List<Offer> offers() {
    return new AbstractList<>() {
      @Override
      public Offer get(int position) {
        return offer(position);
      }

      @Override
      public int size() {
        return numbers.length;
      }
    };
  }

  /** The number of the first product from one on that is not offered. */
  int nextWithheld(int from) {
    return offered.nextClearBit(from);
  }
}

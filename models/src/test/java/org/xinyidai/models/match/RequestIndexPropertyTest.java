package org.xinyidai.models.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.xinyidai.models.product.AmountRange;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.product.Rate;
import org.xinyidai.models.product.SampleProducts;
import org.xinyidai.models.product.SecurityMode;
import org.xinyidai.models.product.Terms;

class RequestIndexPropertyTest {
  private static final int PRODUCTS = 80;
  private static final int REQUESTS = 20;

  @Property(tries = 50, seed = "4714")
  void the_index_keeps_what_no_mismatch_speaks_against(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<LoanProduct> products = new ArrayList<>();
    for (int i = 0; i < PRODUCTS; i++) {
      products.add(product("p" + i, random));
    }
    RequestIndex index = new RequestIndex(products);
    for (int i = 0; i < REQUESTS; i++) {
      LoanRequest request = request(random);
      BitSet expected = new BitSet();
      for (int p = 0; p < PRODUCTS; p++) {
        expected.set(p, new RequestCheck(request, products.get(p)).mismatches().isEmpty());
      }
      BitSet kept = new BitSet();
      kept.set(0, PRODUCTS);
      index.keep(kept, request);
      assertEquals(expected, kept, () -> "seed " + seed);
    }
  }

  private static LoanProduct product(String id, SplittableRandom random) {
    LoanProduct base = SampleProducts.with(id);
    int months = 1 + random.nextInt(6);
    return new LoanProduct(
        new ProductId(id),
        1,
        base.lender(),
        base.name(),
        some(Purpose.values(), random),
        new AmountRange(1 + random.nextInt(4), 10),
        new Terms(months, months + random.nextInt(4)),
        rate(random),
        some(SecurityMode.values(), random),
        List.of(),
        base.effective(),
        base.source(),
        List.of());
  }

  private static Rate rate(SplittableRandom random) {
    int bp = 1 + random.nextInt(5);
    return switch (random.nextInt(4)) {
      case 0 -> new Rate.Fixed(bp);
      case 1 -> new Rate.Between(bp, bp + 2);
      case 2 -> new Rate.AtMost(bp);
      default -> new Rate.Unpublished();
    };
  }

  private static LoanRequest request(SplittableRandom random) {
    Purpose[] purposes = Purpose.values();
    return new LoanRequest(
        1 + random.nextInt(5),
        1 + random.nextInt(10),
        purposes[random.nextInt(purposes.length)],
        1 + random.nextInt(6),
        some(SecurityMode.values(), random));
  }

  /** None in one of three cases, which both sides read as any. */
  private static <T> Set<T> some(T[] all, SplittableRandom random) {
    boolean any = random.nextInt(3) == 0;
    return Stream.of(all)
        .filter(one -> !any && random.nextInt(3) == 0)
        .collect(Collectors.toUnmodifiableSet());
  }
}

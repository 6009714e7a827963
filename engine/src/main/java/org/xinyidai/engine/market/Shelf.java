package org.xinyidai.engine.market;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.xinyidai.connectors.product.HardRuleFile;
import org.xinyidai.connectors.product.ProductJson;
import org.xinyidai.connectors.product.ProductReading;
import org.xinyidai.connectors.product.Products;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreException.Category;
import org.xinyidai.models.match.Matcher;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.product.Fees;
import org.xinyidai.models.product.HardRule;
import org.xinyidai.models.product.Lender;
import org.xinyidai.models.product.LoanProduct;
import org.xinyidai.models.product.ProductId;
import org.xinyidai.models.product.Rate;

/**
 * The shelf of published products (金融产品货架), every version of each. Requirement B2. A version is
 * never edited; the newest one that has begun by a day takes the place of all before it and is the
 * one that matches on it, if it is neither over nor withdrawn.
 */
public final class Shelf {
  /** Matchers kept, one per day that is asked for: a caller who asks for many days builds anew. */
  private static final int MATCHERS = 16;

  private final Store store;
  private final AttributeCatalogue attributes;
  private final ProductJson json;
  private final List<HardRule> rules;
  private final Withdrawals withdrawals;
  private volatile Stock stock;

  /**
   * All products at one time; each version of a product in order.
   *
   * @param stamp tells any other stock apart, also of another day's process
   * @param matchers of the days that were asked for
   */
  private record Stock(
      List<LoanProduct> all,
      Map<ProductId, List<LoanProduct>> versions,
      String stamp,
      Map<LocalDate, Matcher> matchers) {
    static Stock of(List<LoanProduct> products, String withdrawn) {
      Map<ProductId, List<LoanProduct>> versions = new TreeMap<>();
      StringBuilder names = new StringBuilder(withdrawn);
      for (LoanProduct one : products) {
        versions.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(one);
        names.append(one.id()).append('/').append(one.version()).append('\n');
      }
      byte[] bytes = names.toString().getBytes(StandardCharsets.UTF_8);
      return new Stock(
          List.copyOf(products),
          versions,
          UUID.nameUUIDFromBytes(bytes).toString(),
          new ConcurrentHashMap<>());
    }
  }

  private Shelf(Store store, AttributeCatalogue attributes) {
    this.store = store;
    this.attributes = attributes;
    this.json = new ProductJson(attributes);
    this.rules = HardRuleFile.bundled(attributes);
    this.withdrawals = new Withdrawals(store);
    nameOrganisations();
    this.stock = Stock.of(read(), withdrawals.toString());
  }

  /** Opens the shelf; a new one carries the products that come with the program. */
  public static Shelf open(Store store, AttributeCatalogue attributes) {
    Shelf shelf = new Shelf(store, attributes);
    if (shelf.all().isEmpty()) {
      shelf.publish(Products.published(attributes));
    }
    return shelf;
  }

  /** Every version of every product, in the fixed order of products. */
  public List<LoanProduct> all() {
    return stock.all();
  }

  /** The newest version of each product, in the fixed order of products. */
  public List<LoanProduct> newest() {
    return stock.versions().values().stream().map(all -> all.get(all.size() - 1)).toList();
  }

  /** The newest version of a product; empty when there is none of that id. */
  public Optional<LoanProduct> find(ProductId id) {
    List<LoanProduct> versions = versions(id);
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  /** Every version of a product, the first one first; empty when there is none of that id. */
  public List<LoanProduct> versions(ProductId id) {
    return List.copyOf(stock.versions().getOrDefault(id, List.of()));
  }

  /** What was taken off the shelf. */
  public Withdrawals withdrawals() {
    return withdrawals;
  }

  /**
   * Puts products on the shelf, all or none; they match from now on.
   *
   * @throws StoreException USER when one has a version that is there already with other terms
   */
  public void publish(List<LoanProduct> added) {
    store.execute(
        changes -> {
          added.forEach(product -> put(changes, product));
          return added.size();
        });
    reload();
  }

  /**
   * Shows what was put as a part of a larger change, once that is durable. The day that is asked
   * for is made ready first: until then callers see the shelf as it was, and none waits.
   */
  public synchronized void reload() {
    withdrawals.reload();
    Stock fresh = Stock.of(read(), withdrawals.toString());
    stock.matchers().keySet().stream()
        .max(Comparator.naturalOrder())
        .ifPresent(day -> matcher(fresh, day));
    stock = fresh;
  }

  /** The matcher of a day, with the newest version of each product in effect on it. */
  public Matcher matcher(LocalDate day) {
    return matcher(stock, day);
  }

  private Matcher matcher(Stock at, LocalDate day) {
    if (at.matchers().size() >= MATCHERS) {
      at.matchers().clear();
    }
    return at.matchers().computeIfAbsent(day, asked -> build(at, asked));
  }

  /** What moves whenever a product comes or is withdrawn, the same after a restart. */
  String stamp() {
    return stock.stamp();
  }

  /** The hard rules that stand before every product. */
  public List<HardRule> rules() {
    return rules;
  }

  /** Products as files hold them. */
  public ProductJson json() {
    return json;
  }

  /**
   * The version of a product that is offered on a day. A version that is over does not give way to
   * the one before it: its lender has taken those terms back.
   */
  public Optional<LoanProduct> offered(ProductId id, LocalDate day) {
    return offered(stock, id, day);
  }

  private Optional<LoanProduct> offered(Stock at, ProductId id, LocalDate day) {
    return begun(at, id, day)
        .filter(product -> product.effectiveOn(day))
        .filter(product -> !withdrawals.covers(product, day));
  }

  /** The newest version that has begun by a day, which takes the place of those before it. */
  public Optional<LoanProduct> begun(ProductId id, LocalDate day) {
    return begun(stock, id, day);
  }

  private static Optional<LoanProduct> begun(Stock at, ProductId id, LocalDate day) {
    return at.versions().getOrDefault(id, List.of()).stream()
        .filter(product -> product.effective().begunBy(day))
        .reduce((older, newer) -> newer);
  }

  /** Whether a version is the one that is offered on a day. */
  public boolean isOffered(LoanProduct product, LocalDate day) {
    return offered(product.id(), day).filter(product::equals).isPresent();
  }

  private Matcher build(Stock at, LocalDate day) {
    List<LoanProduct> products =
        at.versions().keySet().stream().flatMap(id -> offered(at, id, day).stream()).toList();
    return new Matcher(attributes, products, rules, day);
  }

  /**
   * Puts a product as a part of a larger change; {@link #reload} shows it afterwards.
   *
   * @throws StoreException USER when the version is there already with other terms
   */
  public void put(Changes changes, LoanProduct product) {
    byte[] key = key(product.id(), product.version());
    byte[] value = write(product);
    Optional<byte[]> held = changes.get(Family.PRODUCTS, key);
    if (held.isPresent() && !Arrays.equals(held.get(), value)) {
      throw new StoreException(
          Category.USER,
          "version %d of %s is published already; give changed terms a new version"
              .formatted(product.version(), product.id()));
    }
    changes.put(Family.PRODUCTS, key, value);
  }

  /**
   * Products of before organisations were named belong to the Chinese name that they show, which
   * was the rule then; written out once, so that a later name cannot move them.
   */
  private void nameOrganisations() {
    List<LoanProduct> unnamed =
        texts().stream()
            .filter(text -> !text.contains("\"organisation\""))
            .map(this::readOne)
            .toList();
    if (!unnamed.isEmpty()) {
      store.execute(
          changes -> {
            unnamed.forEach(
                one -> changes.put(Family.PRODUCTS, key(one.id(), one.version()), write(one)));
            return unnamed.size();
          });
    }
  }

  private List<LoanProduct> read() {
    // One object for each of the values that ranking asks for with every offer.
    Map<Lender, Lender> lenders = new HashMap<>();
    Map<Rate, Rate> rates = new HashMap<>();
    Map<Fees, Fees> fees = new HashMap<>();
    return texts().stream()
        .map(this::readOne)
        .map(
            one ->
                one.sharing(
                    lenders.computeIfAbsent(one.lender(), same -> same),
                    rates.computeIfAbsent(one.rate(), same -> same),
                    fees.computeIfAbsent(one.fees(), same -> same)))
        .sorted(LoanProduct.ORDER)
        .toList();
  }

  private List<String> texts() {
    return store.read(
        view -> {
          List<String> texts = new ArrayList<>();
          try (Cursor cursor = view.scan(Family.PRODUCTS, new byte[0])) {
            while (cursor.next()) {
              texts.add(new String(cursor.value(), StandardCharsets.UTF_8));
            }
          }
          return texts;
        });
  }

  private LoanProduct readOne(String text) {
    ProductReading reading = json.readPublished(text);
    if (!reading.sound()) {
      throw new StoreException(
          Category.INTERNAL, "a stored product cannot be read: " + reading.problems());
    }
    return reading.products().get(0);
  }

  private byte[] write(LoanProduct product) {
    return json.write(product).toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] key(ProductId id, int version) {
    return "%s/%06d".formatted(id, version).getBytes(StandardCharsets.US_ASCII);
  }
}

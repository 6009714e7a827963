package org.xinyidai.benchmarks.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.xinyidai.connectors.feed.FeedReader;
import org.xinyidai.connectors.feed.Format;
import org.xinyidai.engine.ingest.Delivery;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.ingest.Progress;
import org.xinyidai.engine.ingest.Receipt;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.record.Feed;
import org.xinyidai.models.record.MarketRegistration;
import org.xinyidai.models.record.UtilityBill;

/** Takes a simulated register in as an office would: registrations and bills with codes, as CSV. */
final class StoredSet {
  private static final String REGISTER =
      "uscc,登记日期,登记事项,企业名称,成立日期,登记状态,行业代码,行政区划代码,主体类型,住所,法定代表人,联系电话,注册号\n";
  private static final String BILLS = "uscc,账期,户号,用水量,应缴金额,缴费期限,欠费金额\n";

  private StoredSet() {}

  /**
   * Writes the register into a store.
   *
   * @param divisions codes by the names of the counties with which addresses begin
   */
  static void put(Store store, List<SimulatedFirm> firms, Map<String, String> divisions)
      throws IOException {
    StringBuilder register = new StringBuilder(REGISTER);
    StringBuilder bills = new StringBuilder(BILLS);
    for (SimulatedFirm firm : firms) {
      if (!firm.former().isEmpty()) {
        register.append(row(firm, firm.former(), "2015-01-01", "设立", divisions));
      }
      register.append(row(firm, firm.name(), "2019-06-01", "名称变更", divisions));
      bills.append("%s,2024-01,%s,10,30,2024-02-20,0%n".formatted(firm.uscc(), firm.account()));
    }
    take(store, MarketRegistration.FEED, register.toString());
    take(store, UtilityBill.WATER, bills.toString());
  }

  private static String row(
      SimulatedFirm firm, String name, String day, String change, Map<String, String> divisions) {
    String division =
        divisions.entrySet().stream()
            .filter(each -> firm.address().contains(each.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseGet(() -> divisions.values().iterator().next());
    return "%s,%s,%s,%s,2014-01-01,存续,5199,%s,企业,%s,%s,%s,%s%n"
        .formatted(
            firm.uscc(),
            day,
            change,
            name,
            division,
            firm.address(),
            firm.owner(),
            firm.phone(),
            firm.oldNumber());
  }

  private static void take(Store store, Feed<?> feed, String csv) throws IOException {
    byte[] body = csv.getBytes(UTF_8);
    FeedReader reader = FeedReader.open(feed, new ByteArrayInputStream(body), Format.CSV);
    Delivery delivery = Delivery.ofRequest(feed, "simulated", feed.id(), body);
    Receipt receipt = new Ingest(store).take(delivery, reader, Progress.NONE);
    if (receipt.counts().accepted() != receipt.counts().received()) {
      throw new IllegalStateException(feed.id() + " was not taken whole: " + receipt.counts());
    }
  }
}

package org.xinyidai.engine.platform;

import java.nio.file.Path;
import java.time.InstantSource;
import org.xinyidai.connectors.cleaning.CleaningRuleFile;
import org.xinyidai.connectors.warning.WarningRuleFile;
import org.xinyidai.engine.archive.Replay;
import org.xinyidai.engine.archive.Retention;
import org.xinyidai.engine.archive.ScoreArchive;
import org.xinyidai.engine.archive.ScoreShares;
import org.xinyidai.engine.archive.TouchedScores;
import org.xinyidai.engine.catalogue.Catalogue;
import org.xinyidai.engine.cleaning.CleaningDesk;
import org.xinyidai.engine.explanation.Explainer;
import org.xinyidai.engine.explanation.PeerTable;
import org.xinyidai.engine.ingest.Batches;
import org.xinyidai.engine.ingest.Ingest;
import org.xinyidai.engine.learning.ModelRegistry;
import org.xinyidai.engine.learning.TrainingSetFiles;
import org.xinyidai.engine.learning.TrainingSets;
import org.xinyidai.engine.market.DayNotices;
import org.xinyidai.engine.market.Demands;
import org.xinyidai.engine.market.HeldDays;
import org.xinyidai.engine.market.LendingExperience;
import org.xinyidai.engine.market.Market;
import org.xinyidai.engine.market.MatchDays;
import org.xinyidai.engine.market.MatchWatch;
import org.xinyidai.engine.market.Matching;
import org.xinyidai.engine.market.PolicyDesk;
import org.xinyidai.engine.market.ProductDesk;
import org.xinyidai.engine.market.Quotas;
import org.xinyidai.engine.market.ServedScores;
import org.xinyidai.engine.market.Shelf;
import org.xinyidai.engine.market.Trials;
import org.xinyidai.engine.monitoring.ModelMonitor;
import org.xinyidai.engine.monitoring.PastDecisions;
import org.xinyidai.engine.notice.Notices;
import org.xinyidai.engine.quality.QualityDesk;
import org.xinyidai.engine.redress.Aftermath;
import org.xinyidai.engine.redress.RedressDesk;
import org.xinyidai.engine.resolution.ResolutionDesk;
import org.xinyidai.engine.screening.ScreeningDesk;
import org.xinyidai.engine.serving.Backfill;
import org.xinyidai.engine.serving.CreditLists;
import org.xinyidai.engine.serving.Scores;
import org.xinyidai.engine.serving.Vectors;
import org.xinyidai.engine.store.KeyPlace;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreOptions;
import org.xinyidai.engine.task.Tasks;
import org.xinyidai.engine.vault.Backups;
import org.xinyidai.engine.warning.Warnings;
import org.xinyidai.models.feature.FeatureCatalogue;
import org.xinyidai.models.product.AttributeCatalogue;
import org.xinyidai.models.resolution.Thresholds;

/**
 * One open platform (平台): a store and the services upon it. Whoever opens it closes it.
 *
 * @param sealKey file of the SM2 key that signs what it prints, beside its master key
 * @param clock for what happens now; a test or a simulation brings its own
 */
public record Platform(
    Store store,
    Ingest ingest,
    Batches batches,
    ResolutionDesk resolution,
    CleaningDesk cleaning,
    QualityDesk quality,
    Vectors vectors,
    ModelRegistry models,
    Scores scores,
    Explainer explainer,
    Shelf shelf,
    Demands demands,
    Matching matching,
    Market market,
    ScreeningDesk screening,
    ModelMonitor monitor,
    ScoreArchive archive,
    ScoreShares shares,
    Replay replay,
    TouchedScores touched,
    Retention retention,
    RedressDesk redress,
    Notices notices,
    CreditLists lists,
    Warnings warnings,
    Catalogue catalogue,
    Backfill backfill,
    TrainingSetFiles trainingSets,
    Path sealKey,
    Tasks tasks,
    Backups backups,
    AttributeCatalogue attributes,
    InstantSource clock)
    implements AutoCloseable {

  /**
   * Opens a platform in a folder, a new one with the shipped products on its shelf.
   *
   * @throws org.xinyidai.engine.store.StoreException when the folder cannot be used
   */
  public static Platform open(Path folder, InstantSource clock) {
    return open(folder, KeyPlace.usual(folder), clock);
  }

  /** The same with the master key of a file of one's choice. */
  public static Platform open(Path folder, Path keyFile, InstantSource clock) {
    Store store = Store.open(folder, StoreOptions.standard().sealedBy(keyFile), clock);
    try {
      return on(store, folder, keyFile, clock);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static Platform on(Store store, Path folder, Path keyFile, InstantSource clock) {
    AttributeCatalogue attributes = AttributeCatalogue.of(FeatureCatalogue.CURRENT);
    Vectors vectors = new Vectors(store, FeatureCatalogue.CURRENT);
    ModelRegistry models = new ModelRegistry(store);
    Scores scores = new Scores(models, FeatureCatalogue.CURRENT);
    ResolutionDesk resolution = new ResolutionDesk(store, Thresholds.DEFAULT);
    CleaningDesk cleaning =
        new CleaningDesk(store, new Ingest(store, resolution), CleaningRuleFile.bundled());
    Shelf shelf = Shelf.open(store, attributes);
    ScoreArchive archive = new ScoreArchive(store, vectors);
    ScoreShares shares = new ScoreShares(store, archive);
    Notices notices = new Notices(store);
    Aftermath.Rooms rooms = new Aftermath.Rooms(vectors, scores, archive, shares);
    RedressDesk redress = new RedressDesk(store, notices, new Aftermath(store, rooms, notices));
    redress.catchUp();
    Demands demands = new Demands(store);
    Matching.Supply supply =
        new Matching.Supply(
            shelf,
            new Quotas(store, shelf),
            new PolicyDesk(store, attributes),
            new LendingExperience(store, new PastDecisions(store, vectors, scores), models));
    Matching matching = new Matching(store, vectors, scores, supply, attributes);
    return new Platform(
        store,
        new Ingest(store, cleaning.then(resolution)),
        new Batches(store),
        resolution,
        cleaning,
        new QualityDesk(store, clock),
        vectors,
        models,
        scores,
        new Explainer(vectors, scores, new PeerTable(store, vectors, models)),
        shelf,
        demands,
        matching,
        new Market(
            new ProductDesk(store, shelf),
            new Trials(store, vectors, scores, shelf, attributes),
            supply.quotas(),
            supply.policies(),
            supply.experience(),
            new ServedScores(archive),
            new MatchWatch(
                new MatchWatch.Services(store, demands, scores, notices), matching, supply),
            new MatchDays(demands, matching, supply.quotas()),
            new HeldDays(store, new DayNotices(notices))),
        new ScreeningDesk(
            new ScreeningDesk.Sources(store, vectors, scores, models, shelf), attributes),
        new ModelMonitor(store, vectors, scores),
        archive,
        shares,
        new Replay(archive, vectors),
        new TouchedScores(store, archive, vectors, scores),
        new Retention(store, archive, vectors.schema()),
        redress,
        notices,
        new CreditLists(store),
        new Warnings(store, vectors, scores, WarningRuleFile.bundled(FeatureCatalogue.CURRENT)),
        new Catalogue(store, vectors),
        new Backfill(store, vectors),
        new TrainingSetFiles(
            folder.resolve("training-sets"), new TrainingSets(vectors.schema(), vectors::compute)),
        KeyPlace.sealBeside(keyFile),
        new Tasks(clock),
        new Backups(store, Backups.usual(folder)),
        attributes,
        clock);
  }

  @Override
  public void close() {
    tasks.close();
    resolution.close();
    store.close();
  }
}

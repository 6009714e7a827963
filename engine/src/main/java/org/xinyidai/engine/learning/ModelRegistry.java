package org.xinyidai.engine.learning;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinyidai.connectors.model.ModelFile;
import org.xinyidai.connectors.model.UnreadableModel;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreException.Category;
import org.xinyidai.models.score.Admission;
import org.xinyidai.models.score.ModelCard;
import org.xinyidai.models.score.ScoringModel;

/**
 * The models of this platform (模型库): kept in the store as files, compiled and held against their
 * own check vectors when they are loaded. One that fails never serves. The champion (冠军模型) answers
 * where no model is named, from the moment it is approved; should its stored file be damaged, the
 * champion before it answers.
 */
public final class ModelRegistry {
  /** Who acts where no person does: training and demonstrations. */
  public static final String PROGRAM = "xyd";

  /** Each shadow scores every request once more. */
  static final int MOST_SHADOWS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(ModelRegistry.class);

  private final Store store;
  private final Map<String, ServingModel> serving = new ConcurrentHashMap<>();
  private final Map<String, ModelEntry> entries = new ConcurrentHashMap<>();

  private final Map<String, ModelCard> cards = new ConcurrentHashMap<>();

  /** Per model that does not serve, why. */
  private final Map<String, String> refused = new ConcurrentHashMap<>();

  /** Opens the registry and loads every model; one that is refused is logged and left out. */
  public ModelRegistry(Store store) {
    this.store = store;
    entries.putAll(store.read(StoredModels::entries));
    cards.putAll(store.read(StoredModels::cards));
    store.read(StoredModels::files).forEach(this::load);
  }

  private void load(String id, byte[] file) {
    entries.computeIfAbsent(id, lost -> ModelEntry.kept(lost, PROGRAM, Instant.EPOCH));
    try {
      ScoringModel model = ModelFile.read(file);
      serving.put(id, admit(model));
    } catch (UnreadableModel | StoreException e) {
      LOG.error("stored model {} does not serve: {}", id, e.getMessage());
      refused.put(id, String.valueOf(e.getMessage()));
    }
  }

  /** Whether untrusted text can be a model's id. */
  public static boolean isModelId(String text) {
    return StoredModels.isModelId(text);
  }

  /** Keeps a model that a program made. */
  public void keep(ScoringModel model) {
    keep(model, PROGRAM);
  }

  /**
   * Keeps a model after it has passed its check vectors; it may be asked for by its id at once, as
   * a candidate.
   *
   * @throws StoreException USER when the model fails its check vectors or another has its id;
   *     nothing is changed then
   */
  public synchronized void keep(ScoringModel model, String by) {
    ServingModel admitted = admit(model);
    byte[] file = ModelFile.write(model);
    ModelEntry entry =
        store.execute(
            changes -> {
              Optional<byte[]> held = StoredModels.file(changes, model.id());
              if (held.isPresent() && !Arrays.equals(held.get(), file)) {
                throw new StoreException(
                    Category.USER,
                    "another model is kept as " + model.id() + "; give this one another name");
              }
              StoredModels.putFile(changes, model.id(), file);
              ModelEntry kept =
                  held.isPresent() && entries.containsKey(model.id())
                      ? entries.get(model.id())
                      : ModelEntry.kept(model.id(), by, changes.instant());
              StoredModels.putEntry(changes, kept);
              return kept;
            });
    serving.put(model.id(), admitted);
    refused.remove(model.id());
    entries.put(model.id(), entry);
  }

  /**
   * Keeps what a risk officer signs for a kept model (模型卡), in the place of an earlier one.
   *
   * @throws StoreException USER when no such model is kept, or it is the champion and has a card
   */
  public synchronized void keepCard(ModelCard card) {
    ModelEntry entry = entries.get(card.modelId());
    if (entry == null) {
      throw new StoreException(Category.USER, "no model " + card.modelId() + " is kept");
    }
    if (entry.approved().isPresent() && cards.containsKey(card.modelId())) {
      throw new StoreException(
          Category.USER,
          card.modelId() + " was approved with the card that it has; bring it in under another id");
    }
    store.execute(
        changes -> {
          StoredModels.putCard(changes, card);
          return card;
        });
    cards.put(card.modelId(), card);
  }

  /** The card of a kept model; empty where it has none. */
  public Optional<ModelCard> card(String id) {
    return Optional.ofNullable(cards.get(id));
  }

  /** Makes a kept model the champion on behalf of the program that trained it. */
  public void promote(String id) {
    change(id, ModelStatus.CHAMPION, PROGRAM);
  }

  /**
   * Gives a model another status on a person's word, from the next score on. Whoever brought the
   * model in cannot make it champion, and nobody can while it has no model card: there would be
   * nothing to sign. The champion before becomes a shadow or, where there are enough, retires.
   *
   * @throws StoreException USER when the change is not allowed; nothing is changed then
   */
  public void approve(String id, ModelStatus status, String by) {
    ModelEntry entry = entries.get(id);
    if (status == ModelStatus.CHAMPION && entry != null && entry.keptBy().equals(by)) {
      throw new StoreException(
          Category.USER,
          "model " + id + " was brought in by " + by + "; a second person must approve it");
    }
    if (status == ModelStatus.CHAMPION && entry != null && !cards.containsKey(id)) {
      throw new StoreException(
          Category.USER,
          "model "
              + id
              + " has no model card; judge it by xyd models judge, or let it be a shadow");
    }
    change(id, status, by);
  }

  private synchronized void change(String id, ModelStatus status, String by) {
    ModelEntry entry = entries.get(id);
    if (entry == null || !serving.containsKey(id)) {
      throw new StoreException(Category.USER, "no model " + id + " serves; known are " + ids());
    }
    if (entry.status() == status) {
      return;
    }
    if (entry.status() == ModelStatus.CHAMPION) {
      throw new StoreException(
          Category.USER, id + " is the champion; make another model champion instead");
    }
    if (status == ModelStatus.SHADOW && shadows().size() >= MOST_SHADOWS) {
      throw new StoreException(
          Category.USER, MOST_SHADOWS + " models are shadows already; retire one first");
    }
    Map<String, ModelEntry> changed =
        store.execute(
            changes -> {
              Map<String, ModelEntry> after = new TreeMap<>();
              after.put(id, entry.with(status, by, changes.instant()));
              if (status == ModelStatus.CHAMPION) {
                ModelStatus next =
                    shadows().size() < MOST_SHADOWS ? ModelStatus.SHADOW : ModelStatus.RETIRED;
                entries.values().stream()
                    .filter(other -> other.status() == ModelStatus.CHAMPION)
                    .forEach(old -> after.put(old.id(), old.with(next, by, changes.instant())));
              }
              after.values().forEach(one -> StoredModels.putEntry(changes, one));
              return after;
            });
    entries.putAll(changed);
  }

  /** The model that answers where none is named; empty before the first was promoted. */
  public Optional<ServingModel> champion() {
    Comparator<ModelEntry> byApproval =
        Comparator.comparing(entry -> entry.approved().orElseThrow().at());
    return entries.values().stream()
        .filter(entry -> entry.approved().isPresent() && serving.containsKey(entry.id()))
        .max(byApproval)
        .flatMap(entry -> find(entry.id()));
  }

  /** The models that score beside the champion. */
  public List<ServingModel> shadows() {
    return entries.values().stream()
        .filter(entry -> entry.status() == ModelStatus.SHADOW)
        .sorted(Comparator.comparing(ModelEntry::id))
        .flatMap(entry -> find(entry.id()).stream())
        .toList();
  }

  /** A serving model; empty when there is none of that id. */
  public Optional<ServingModel> find(String id) {
    return Optional.ofNullable(serving.get(id));
  }

  /** The life of a kept model, whether it serves or not; empty when there is none of that id. */
  public Optional<ModelEntry> entry(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /** Why a kept model does not serve; empty where it does, and where there is none of that id. */
  public Optional<String> refusal(String id) {
    return Optional.ofNullable(refused.get(id));
  }

  /** The ids of all serving models in order. */
  public List<String> ids() {
    return serving.keySet().stream().sorted().toList();
  }

  /** The ids of all models that cannot serve, in order. */
  public List<String> refusedIds() {
    return refused.keySet().stream().sorted().toList();
  }

  private static ServingModel admit(ScoringModel model) {
    Admission admission = model.admit();
    if (admission instanceof Admission.Admitted admitted) {
      return new ServingModel(model, admitted.model());
    }
    throw new StoreException(Category.USER, ((Admission.Refused) admission).reason());
  }
}

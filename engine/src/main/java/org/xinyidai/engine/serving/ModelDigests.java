package org.xinyidai.engine.serving;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.xinyidai.connectors.model.ModelFile;
import org.xinyidai.engine.learning.ServingModel;

/** The digests of the models that serve (模型摘要), each written and digested once. */
public final class ModelDigests {
  /** By id, of which a registry holds few; a model of the same id that is another replaces it. */
  private final Map<String, Digested> known = new ConcurrentHashMap<>();

  /** A model with its file and the SHA-256 of that. */
  public static final class Digested {
    private final ServingModel model;
    private final byte[] file;
    private final String digest;

    private Digested(ServingModel model) {
      this.model = model;
      this.file = ModelFile.write(model.model());
      this.digest = DigestUtils.sha256Hex(file);
    }

    /** SHA-256 of the file, in hexadecimal. */
    public String digest() {
      return digest;
    }

    /** The bytes of the file; never written to. */
    public byte[] file() {
      return file;
    }
  }

  /** A model with its file, which is written the first time. */
  @SuppressWarnings("ReferenceEquality") // comparing whole models would cost more than a digest
  public Digested of(ServingModel model) {
    Digested held = known.get(model.id());
    if (held == null || held.model != model) {
      held = new Digested(model);
      known.put(model.id(), held);
    }
    return held;
  }
}

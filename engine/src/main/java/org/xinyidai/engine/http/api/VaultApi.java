package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.util.List;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Keyring;
import org.xinyidai.engine.vault.Backups;

/** Backups of the platform while it serves, and the keys that its values lie under. */
final class VaultApi {
  private final Platform platform;
  private final Workers workers;

  /** All backups that are whole. */
  record BackupList(List<Backups.Kept> backups) {}

  /** The keys of the store; never a key itself. */
  record KeyList(String masterKey, List<Keyring.Key> keys) {}

  VaultApi(Platform platform, Workers workers) {
    this.platform = platform;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(Operation.LIST_BACKUPS, "/backups", this::backups),
        Endpoint.post(Operation.POST_BACKUP, "/backups", Intake.none(), this::backUp),
        Endpoint.get(Operation.LIST_KEYS, "/keys", this::keys),
        Endpoint.post(Operation.ROTATE_KEYS, "/keys/rotations", Intake.none(), this::rotate));
  }

  private Future<Answer> backups(Call call) {
    return workers.run(() -> Answer.json(new BackupList(platform.backups().list())));
  }

  private Future<Answer> backUp(Call call) {
    return workers.run(
        () ->
            TaskView.start(
                platform.tasks(),
                "backup",
                done -> {
                  Backups.Kept kept = platform.backups().make(platform.clock().instant(), done);
                  return "备份 %s，%d 字节".formatted(kept.name(), kept.bytes());
                }));
  }

  private Future<Answer> keys(Call call) {
    return workers.run(
        () -> {
          Keyring keyring = keyring();
          return Answer.json(new KeyList(keyring.masterId(), keyring.keys()));
        });
  }

  private Future<Answer> rotate(Call call) {
    Keyring keyring = keyring();
    return workers.run(
        () ->
            TaskView.start(
                platform.tasks(),
                "keys",
                done -> {
                  int number = keyring.rotate();
                  return "密钥 %d 已启用，重新加密 %d 条".formatted(number, keyring.reseal(done));
                }));
  }

  private Keyring keyring() {
    return platform
        .store()
        .keyring()
        .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("keys"));
  }
}

package org.emcsettlement.examples.embedding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.settlement.EvidenceFolder;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.report.StatementPage;

/**
 * The system of a service provider: before signing it fits and freezes the baselines, then it
 * settles every month and writes statement, trail and page.
 *
 * @param folder the evidence folder of one contract
 */
public record ServiceProvider(Path folder) {

  private static final ContractFormat FORMAT = StandardClauses.format();

  private ResolvedContract resolve() {
    return EvidenceFolder.read(folder, FORMAT).orThrow().resolve(FORMAT).orThrow();
  }

  /**
   * Freezes the baselines that the contract wants fitted and writes them into the folder. Resolving
   * fits what is not frozen yet.
   *
   * @return the digests that the contract names once both parties agree, by baseline, with what the
   *     parties should know before they do
   * @throws IOException if a file cannot be written
   */
  public Checked<Map<String, String>> freeze() throws IOException {
    ResolvedContract resolved = resolve();
    Map<String, String> digests = new TreeMap<>();
    Path baselines = Files.createDirectories(folder.resolve("baselines"));
    for (FrozenBaseline frozen : resolved.baselines().values()) {
      Files.writeString(baselines.resolve(frozen.id() + ".json"), Json.pretty(frozen));
      digests.put(frozen.id(), frozen.digest());
    }
    return Checked.of(digests, resolved.findings());
  }

  /**
   * Settles a period and files it under {@code statements/}, where the next one finds its opening
   * balances.
   *
   * @param period a period of the contract's schedule, e.g. 2025-07 or Y1
   * @param issued the issue date
   * @return statement and trail
   * @throws IOException if a file cannot be written
   */
  public Settled issue(String period, LocalDate issued) throws IOException {
    Settlement settlement = Settlement.of(resolve());
    Settled settled = settlement.settle(settlement.period(period), Optional.of(issued)).orThrow();
    Path target = Files.createDirectories(folder.resolve("statements").resolve(period));
    Files.write(target.resolve("statement.json"), settled.statement().canonical());
    Files.write(target.resolve("trail.json"), settled.trail().canonical());
    Files.writeString(target.resolve("statement.html"), StatementPage.html(settled.statement()));
    return settled;
  }
}

package org.emcsettlement.examples.emc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.settlement.EvidenceFolder;
import org.emcsettlement.settlement.Settlement;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.contract.ResolvedContract;

/**
 * An evidence folder, read and resolved.
 *
 * @param folder the folder
 * @param contract its contract and evidence, absent if they cannot be read
 * @param settlement its settlement, absent if something blocks
 * @param findings everything found
 */
record OpenedFolder(
    Path folder,
    Optional<EvidenceFolder> contract,
    Optional<Settlement> settlement,
    Findings findings) {

  private static final ContractFormat FORMAT = StandardClauses.format();

  static OpenedFolder of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(folder + ": no such folder 文件夹不存在");
    }
    Checked<EvidenceFolder> read = EvidenceFolder.read(folder, FORMAT);
    if (read.value().isEmpty()) {
      return new OpenedFolder(folder, Optional.empty(), Optional.empty(), read.findings());
    }
    Checked<ResolvedContract> resolved = read.value().get().resolve(FORMAT);
    return new OpenedFolder(
        folder,
        read.value(),
        resolved.value().map(Settlement::of),
        read.findings().plus(resolved.findings()));
  }

  /** The settlement for commands that cannot go on without it. */
  Settlement required(CommandConsole console) {
    if (settlement.isEmpty()) {
      console.refused(folder, findings);
      throw new InvalidInputException(
          folder + ": cannot be settled, see the findings above 无法结算，见上列问题");
    }
    return settlement.get();
  }
}

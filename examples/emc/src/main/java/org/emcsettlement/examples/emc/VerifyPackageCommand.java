package org.emcsettlement.examples.emc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.json.JsonDifference;
import org.emcsettlement.settlement.PackageFolder;
import org.emcsettlement.settlement.PackageSettlement;
import org.emcsettlement.settlement.packages.ConsolidatedFile;
import org.emcsettlement.settlement.packages.ConsolidatedStatement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Settles a package again and compares its consolidated statement, which stands for all others. */
@Command(
    name = "verify-package",
    mixinStandardHelpOptions = true,
    description = {
      "Settle a package again and compare: the same bytes, or the first member that differs.",
      "重新结算打包合同并比对汇总结算单。"
    })
final class VerifyPackageCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FOLDER", description = "folder with package.json 打包合同文件夹")
  private Path folder;

  @Parameters(index = "1", paramLabel = "STATEMENT", description = "consolidated.json")
  private Path file;

  @Override
  public Integer call() {
    CommandConsole console = CommandConsole.of(spec);
    byte[] bytes = bytes();
    ConsolidatedStatement issued;
    try {
      issued = ConsolidatedFile.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException unfit) {
      throw InvalidInputException.of(file.toString(), "不是汇总结算单，或已被改动", unfit);
    }
    Checked<PackageFolder> read = SettlePackageCommand.read(folder);
    if (read.value().isEmpty()) {
      console.refused(folder, read.findings());
      return ExitCode.INVALID;
    }
    if (!read.value().get().terms().contract().id().equals(issued.key().contract())) {
      throw new InvalidInputException(file + ": is of another package 属于另一个打包合同");
    }
    Checked<Optional<JsonDifference>> verified =
        PackageSettlement.of(read.value().get()).verify(issued);
    if (verified.value().isEmpty()) {
      console.out().println("INCOMPLETE  无法重新结算 cannot be settled again");
      FindingList.print(verified.findings(), console.out());
      return ExitCode.INVALID;
    }
    Optional<JsonDifference> difference = verified.value().get();
    boolean same = difference.isEmpty() && Arrays.equals(bytes, issued.canonical());
    console
        .out()
        .println(same ? "VERIFIED  一致：逐字节相同 the same bytes" : "MISMATCH  不一致 something differs");
    difference.ifPresent(
        found ->
            console
                .out()
                .println(
                    "  consolidated.json #"
                        + found.pointer()
                        + "\n    原件 issued      "
                        + found.first().orElse("—")
                        + "\n    重算 recomputed  "
                        + found.second().orElse("—")));
    return same ? ExitCode.WRITTEN : ExitCode.REFUSED;
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new InvalidInputException(file + ": cannot be read 无法读取: " + unreadable, unreadable);
    }
  }
}

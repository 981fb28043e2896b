package org.emcsettlement.examples.emc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.settlement.PackageFolder;
import org.emcsettlement.settlement.PackageSettlement;
import org.emcsettlement.settlement.Settled;
import org.emcsettlement.settlement.SettledPackage;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.packages.ConsolidatedStatement;
import org.emcsettlement.settlement.report.ConsolidatedCsv;
import org.emcsettlement.settlement.report.ConsolidatedPage;
import org.emcsettlement.settlement.report.LinesCsv;
import org.emcsettlement.settlement.report.StatementPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Settles one period of a package and writes the statements of all its members. */
@Command(
    name = "settle-package",
    mixinStandardHelpOptions = true,
    description = {
      "Settle a package: a statement per member, the joint and the consolidated statement.",
      "结算打包合同：成员结算单、合并核算单与汇总结算单。"
    })
final class SettlePackageCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "folder with package.json 打包合同文件夹")
  private Path folder;

  @Option(
      names = "--period",
      paramLabel = "P",
      description = {
        "2025-07, 2025-Q3, 2025-H2, 2025, Y1 or start/end;",
        "default: the last one covered by all readings 默认为读数完整的最近一期"
      })
  private @Nullable String period;

  @Option(
      names = "--issued",
      paramLabel = "DATE",
      description = "issue date; without it the statements are drafts 开具日期，缺省为草稿")
  private @Nullable LocalDate issued;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where to write; default: out/<folder>/<period> 输出文件夹")
  private @Nullable Path out;

  @Override
  public Integer call() {
    CommandConsole console = CommandConsole.of(spec);
    Checked<PackageFolder> read = read(folder);
    if (read.value().isEmpty()) {
      console.refused(folder, read.findings());
      return ExitCode.INVALID;
    }
    PackageSettlement settlement = PackageSettlement.of(read.value().get());
    StatementPeriod asked = period(settlement);
    Checked<SettledPackage> settled = settlement.settle(asked, Optional.ofNullable(issued));
    if (settled.value().isEmpty()) {
      console.refused(folder, read.findings().plus(settled.findings()));
      return ExitCode.REFUSED;
    }
    SettledPackage statements = settled.value().get();
    statements
        .unsettled()
        .forEach((member, why) -> console.refused(folder.resolve("members").resolve(member), why));
    FindingList.print(read.findings(), console.err());
    Path target = target(asked);
    OutputFolder files = files(statements);
    PackageOutput.written(target).forEach(files::withdraw);
    files.write(target);
    print(statements, console, target);
    return statements.unsettled().isEmpty() ? ExitCode.WRITTEN : ExitCode.REFUSED;
  }

  static Checked<PackageFolder> read(Path folder) {
    if (!Files.isRegularFile(folder.resolve(PackageFolder.NAME))) {
      throw new InvalidInputException(
          folder + ": has no " + PackageFolder.NAME + " 没有 " + PackageFolder.NAME);
    }
    return PackageFolder.read(folder, StandardClauses.format());
  }

  private StatementPeriod period(PackageSettlement settlement) {
    try {
      return period == null ? settlement.lastCovered() : settlement.statements().find(period);
    } catch (IllegalArgumentException unknown) {
      throw InvalidInputException.of("--period", "没有这样的结算期；请按合同的结算周期填写，如 2025-Q1", unknown);
    }
  }

  private Path target(StatementPeriod asked) {
    if (out != null) {
      return out;
    }
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return Path.of("out").resolve(name).resolve(asked.key().replace('/', '_'));
  }

  private static OutputFolder files(SettledPackage settled) {
    ConsolidatedStatement consolidated = settled.consolidated();
    OutputFolder files =
        new OutputFolder()
            .add(PackageOutput.CONSOLIDATED, consolidated.canonical())
            .add("consolidated.csv", ConsolidatedCsv.write(consolidated, Locale.CHINESE))
            .add("consolidated.html", ConsolidatedPage.html(consolidated));
    settled
        .joint()
        .ifPresent(
            joint ->
                files
                    .add(PackageOutput.JOINT + "statement.json", joint.statement().canonical())
                    .add(PackageOutput.JOINT + "trail.json", joint.trail().canonical())
                    .add(
                        PackageOutput.JOINT + "statement.html",
                        StatementPage.html(joint.statement())));
    settled.members().forEach((id, own) -> add(files, PackageOutput.member(id), own));
    return files;
  }

  private static void add(OutputFolder files, String folder, Settled settled) {
    files
        .add(folder + "statement.json", settled.statement().canonical())
        .add(folder + "trail.json", settled.trail().canonical())
        .add(folder + "lines.csv", LinesCsv.write(settled.statement(), Locale.CHINESE))
        .add(folder + "statement.html", StatementPage.html(settled.statement()));
  }

  private static void print(SettledPackage settled, CommandConsole console, Path target) {
    ConsolidatedStatement consolidated = settled.consolidated();
    console.out().println("打包合同汇总结算单  " + consolidated.packageName());
    console
        .out()
        .printf(
            Locale.ROOT,
            "%s  %s  %s  %s%n",
            consolidated.key().period(),
            consolidated.servicePeriod(),
            consolidated.key().runType(),
            consolidated.issued().map(date -> "开具 issued " + date).orElse("草稿 DRAFT"));
    for (ConsolidatedStatement.Member member : consolidated.members()) {
      String amount = member.totals().map(t -> t.netPayable().toPlainString()).orElse("—");
      console
          .out()
          .println(
              "  " + member.id() + "  " + member.name() + "  " + member.state() + "  " + amount);
    }
    console.out().println("  合计 total  " + consolidated.totals().netPayable().toPlainString());
    console.out().println("  " + consolidated.totals().words());
    if (!consolidated.findings().isEmpty()) {
      FindingList.print(consolidated.findings(), console.out());
    }
    console.out().println("汇总结算单 consolidated statement  sha256 " + consolidated.digest());
    console.out().println("已写入 written to " + target);
  }
}

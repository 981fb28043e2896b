package org.emcsettlement.examples.emc;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.FrozenBaselineFile;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.settlement.assessment.Assessment;
import org.emcsettlement.settlement.assessment.AssessmentCalculation;
import org.emcsettlement.settlement.assessment.AssessmentFolder;
import org.emcsettlement.settlement.assessment.AssessmentTerms;
import org.emcsettlement.settlement.assessment.FormOutcome;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.report.assessment.ProposalFile;
import org.emcsettlement.settlement.report.assessment.ProposalPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Assesses a folder before there is a contract. */
@Command(
    name = "assess",
    mixinStandardHelpOptions = true,
    description = {
      "Assess a project before a contract: proposal.json, proposal.html, baselines/.",
      "前期评估：基准、费用基数、定额对标、预期节约、各合同模式双方现金流。"
    })
final class AssessCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      description = {
        "an evidence folder with assessment.json in place of contract.json",
        "含 assessment.json 的证据文件夹"
      })
  private Path folder;

  @Option(
      names = "--draws",
      paramLabel = "N",
      description = "how many futures to draw; default: as in the file, else 100 抽样次数")
  private @Nullable Integer draws;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "chooses the random numbers; default: as in the file, else 1 随机种子")
  private @Nullable Integer seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where to write; default: out/<folder>/assessment 输出文件夹")
  private @Nullable Path out;

  @Override
  public Integer call() {
    CommandConsole console = CommandConsole.of(spec);
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(folder + ": no such folder 文件夹不存在");
    }
    if (draws != null && draws < 1) {
      throw new InvalidInputException("--draws " + draws + ": must be at least 1 至少为 1");
    }
    ContractFormat format = StandardClauses.format();
    Checked<AssessmentFolder> read = AssessmentFolder.read(folder, format);
    if (read.value().isEmpty()) {
      console.refused(folder, read.findings());
      return ExitCode.INVALID;
    }
    Checked<Assessment> assessed = AssessmentCalculation.of(asked(read.value().get()), format);
    if (assessed.value().isEmpty()) {
      console.refused(folder, read.findings().plus(assessed.findings()));
      return ExitCode.REFUSED;
    }
    Assessment assessment = assessed.value().get();
    Path target = target();
    OutputFolder files =
        new OutputFolder()
            .add("proposal.json", ProposalFile.canonical(assessment))
            .add("proposal.html", ProposalPage.html(assessment));
    for (FrozenBaseline baseline : assessment.baselines().values()) {
      files.add("baselines/" + baseline.id() + ".json", FrozenBaselineFile.write(baseline));
    }
    files.write(target);
    print(assessment, target, console.out());
    return ExitCode.WRITTEN;
  }

  private AssessmentFolder asked(AssessmentFolder read) {
    AssessmentTerms.Builder terms = AssessmentTerms.builder().from(read.terms());
    if (draws != null) {
      terms.draws(draws);
    }
    if (seed != null) {
      terms.seed(seed);
    }
    return new AssessmentFolder(terms.build(), read.frame(), read.evidence(), read.indicators());
  }

  private Path target() {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return out == null ? Path.of("out").resolve(name).resolve("assessment") : out;
  }

  private static void print(Assessment assessment, Path target, PrintWriter out) {
    out.println(assessment.frame().name() + "  → " + target);
    assessment
        .feeBase()
        .ifPresent(base -> out.println("  费用基数 fee base  " + amount(base.amount())));
    assessment
        .outlook()
        .ifPresent(
            outlook ->
                out.println(
                    "  第 1 年节约 saved in year 1  "
                        + amount(outlook.money().p5())
                        + " … "
                        + amount(outlook.money().p50())
                        + " … "
                        + amount(outlook.money().p95())));
    for (FormOutcome form : assessment.forms()) {
      out.println(
          "  "
              + form.form().id()
              + "  现值中位数 median present value  甲 "
              + amount(form.institution().presentValue().p50())
              + "  乙 "
              + amount(form.serviceProvider().presentValue().p50()));
    }
    FindingList.print(assessment.findings(), out);
  }

  private static String amount(BigDecimal amount) {
    return amount.toPlainString();
  }
}

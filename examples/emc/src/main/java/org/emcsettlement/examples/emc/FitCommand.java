package org.emcsettlement.examples.emc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emcsettlement.baseline.Baseline;
import org.emcsettlement.baseline.BaselineFitter;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.baseline.FrozenBaselineFile;
import org.emcsettlement.baseline.explain.FitExplanation;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.judge.Sufficiency;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.report.fit.FitFile;
import org.emcsettlement.settlement.report.fit.FitPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fits a baseline from files, or the baselines of an evidence folder. */
@Command(
    name = "fit",
    mixinStandardHelpOptions = true,
    description = {
      "Fit and judge a baseline from files, or the baselines of a contract.",
      "由文件拟合并评判基准，或拟合并冻结合同的基准。"
    })
final class FitCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "an evidence folder 证据文件夹")
  private @Nullable Path folder;

  @Option(names = "--freeze", description = "write baselines/<id>.json into the folder 冻结并写入文件夹")
  private boolean freeze;

  @ArgGroup(exclusive = false, heading = "%nWithout a contract 无合同时:%n")
  private @Nullable StudyFiles files;

  @Option(
      names = "--sufficiency",
      paramLabel = "SET",
      defaultValue = Sufficiency.DEFAULT,
      description = {
        "rules that say whether data suffice: emc-default, caltrack, opendsm, ashrae-14,",
        "gb-public-institution 数据充分性规则集"
      })
  private String sufficiency;

  @Option(names = "--json", description = "one JSON object 以 JSON 输出")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "write fit.json, fit.html and baseline.json there;",
        "of a contract fit-<id>.json and fit-<id>.html 输出文件夹"
      })
  private @Nullable Path out;

  @Override
  public Integer call() {
    CommandConsole console = CommandConsole.of(spec);
    if (folder != null && files == null) {
      return contract(folder, console);
    }
    if (folder == null && files != null) {
      return files(files, console);
    }
    throw new ParameterException(
        spec.commandLine(), "give either FOLDER or --meter 请给出文件夹或 --meter 之一");
  }

  private int files(StudyFiles given, CommandConsole console) {
    Checked<Study> read = given.open();
    Checked<Baseline> fit =
        read.value()
            .map(study -> fit(study, given.baselinePeriod().orElseGet(study::coverage)))
            .map(fitted -> new Checked<>(fitted.value(), read.findings().plus(fitted.findings())))
            .orElseGet(() -> Checked.failed(read.findings()));
    FitExplanation explanation = FitExplanation.of(fit);
    String name = given.meterName();
    ObjectNode report = FitFile.tree(explanation);
    if (json) {
      console.out().print(Json.pretty(report));
    } else {
      FitReport.print(given.meter().toString(), explanation, console.out());
    }
    if (fit.value().isEmpty()) {
      return ExitCode.INVALID;
    }
    if (out != null) {
      Optional<FrozenBaseline> frozen =
          fit.value()
              .filter(baseline -> !baseline.method().startsWith("mean-temperature"))
              .map(baseline -> baseline.freeze("baseline", read.value().flatMap(Study::station)));
      OutputFolder written =
          new OutputFolder()
              .add("fit.json", Json.pretty(report))
              .add("fit.html", FitPage.html(name, explanation, frozen));
      frozen.ifPresent(
          baseline -> written.add("baseline.json", FrozenBaselineFile.write(baseline)));
      written.write(out);
    }
    return code(fit.findings());
  }

  private Checked<Baseline> fit(Study study, Period period) {
    if (!Sufficiency.names(study.resolution()).contains(sufficiency)) {
      throw new InvalidInputException(
          "--sufficiency: \""
              + sufficiency
              + "\" is none of "
              + Sufficiency.names(study.resolution())
              + " for these data 数据充分性规则集不存在");
    }
    return study.fit(period, BaselineFitter.builder().sufficiencySet(sufficiency));
  }

  private int contract(Path evidence, CommandConsole console) {
    ResolvedContract resolved = OpenedFolder.of(evidence).required(console).resolved();
    List<BaselineFit> fits = BaselineFit.all(resolved);
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    OutputFolder written = new OutputFolder();
    int code = ExitCode.WRITTEN;
    for (BaselineFit fit : fits) {
      String id = fit.terms().id();
      FitExplanation explanation = FitExplanation.of(fit.baseline(), fit.findings());
      ObjectNode file = FitFile.tree(explanation);
      written.add("fit-" + id + ".json", Json.pretty(file));
      if (fit.baseline().isPresent()) {
        String name = resolved.contract().name() + " · " + id;
        written.add("fit-" + id + ".html", FitPage.html(name, explanation, fit.frozen()));
      }
      if (json) {
        report.set(id, file);
      } else {
        FitReport.print(id, explanation, console.out());
        fit.frozen().ifPresent(frozen -> console.out().println("  digest " + frozen.digest()));
      }
      code = Math.max(code, fit.baseline().isEmpty() ? ExitCode.INVALID : code(fit.findings()));
    }
    if (json) {
      console.out().print(Json.pretty(report));
    }
    if (out != null) {
      written.write(out);
    }
    if (fits.isEmpty()) {
      console.err().println(evidence + ": no baseline of source FITTED 没有需要拟合的基准");
    }
    return freeze
        ? Math.max(code, freeze(evidence, fits, resolved.evidence().baselines(), console))
        : code;
  }

  /** Writes the frozen baselines; one that was agreed before is never replaced. */
  private static int freeze(
      Path evidence,
      List<BaselineFit> fits,
      Map<String, FrozenBaseline> before,
      CommandConsole console) {
    OutputFolder written = new OutputFolder();
    int code = ExitCode.WRITTEN;
    for (BaselineFit fit : fits) {
      if (fit.frozen().isEmpty()) {
        continue;
      }
      FrozenBaseline frozen = fit.frozen().get();
      String name = "baselines/" + frozen.id() + ".json";
      Optional<FrozenBaseline> agreed = Optional.ofNullable(before.get(frozen.id()));
      if (agreed.isPresent() && !agreed.get().digest().equals(frozen.digest())) {
        console
            .err()
            .println(
                name
                    + " is frozen already with another digest; remove it to freeze again"
                    + " 已冻结且摘要不同，如需重新冻结请先删除\n  "
                    + agreed.get().digest());
        code = ExitCode.REFUSED;
      } else {
        written.add(name, FrozenBaselineFile.write(frozen));
        console.err().println(name + "  \"digest\": \"" + frozen.digest() + "\"");
      }
    }
    written.write(evidence);
    return code;
  }

  /** The exit code of fits with these findings. */
  static int code(Findings findings) {
    boolean missed =
        findings.stream().anyMatch(f -> f.code().equals(FitFinding.CRITERION_MISSED.code()));
    return missed ? ExitCode.REFUSED : ExitCode.WRITTEN;
  }
}

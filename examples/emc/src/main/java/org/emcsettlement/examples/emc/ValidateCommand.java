package org.emcsettlement.examples.emc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.emcsettlement.core.json.CanonicalJson;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.settlement.contract.ContractReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reports everything that is wrong with evidence folders; settles nothing. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {"Check contracts and evidence; findings only.", "检查合同与证据，只列出问题。"})
final class ValidateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "evidence folders 证据文件夹")
  private List<Path> folders;

  @Option(names = "--json", description = "findings as JSON 以 JSON 输出")
  private boolean json;

  @Option(names = "--print", description = "the contract with presets expanded 输出展开模板后的合同")
  private boolean print;

  private final ArrayNode reports = JsonNodeFactory.instance.arrayNode();

  @Override
  public Integer call() {
    CommandConsole console = CommandConsole.of(spec);
    int code = Portfolio.each(folders, console, folder -> validate(folder, console));
    if (json) {
      ObjectNode report = JsonNodeFactory.instance.objectNode();
      report.set("folders", reports);
      console.out().print(Json.pretty(report));
    }
    return code;
  }

  private int validate(Path folder, CommandConsole console) {
    OpenedFolder opened = OpenedFolder.of(folder);
    boolean valid = opened.settlement().isPresent();
    if (json) {
      reports.add(report(opened, valid));
    } else {
      console.out().println(folder + (valid ? "  ✓ 有效 valid" : "  ✗ 无效 invalid"));
      FindingList.print(opened.findings(), console.out());
    }
    if (print && !json) {
      opened
          .contract()
          .ifPresent(read -> console.out().print(ContractReader.write(read.contract())));
    }
    return valid ? ExitCode.WRITTEN : ExitCode.INVALID;
  }

  private JsonNode report(OpenedFolder opened, boolean valid) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("folder", opened.folder().toString());
    report.put("valid", valid);
    report.set("findings", tree(opened.findings()));
    if (print) {
      opened.contract().ifPresent(read -> report.set("contract", tree(read.contract())));
    }
    return report;
  }

  /** A library value as a JSON tree. */
  static JsonNode tree(Object value) {
    return Json.tree(CanonicalJson.of(value));
  }
}

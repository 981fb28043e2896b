package org.emcsettlement.examples.emc;

import java.util.concurrent.Callable;
import org.emcsettlement.settlement.PublishedSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a published JSON Schema. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = {"Print a published JSON Schema.", "输出已发布的 JSON Schema。"})
final class SchemaCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      description = {
        "contract, package, baseline, tariff, statement, fit, indicators, report,",
        "assessment or proposal"
      })
  private PublishedSchema schema;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(schema.text());
    return ExitCode.WRITTEN;
  }
}

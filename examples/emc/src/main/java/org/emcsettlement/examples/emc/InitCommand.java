package org.emcsettlement.examples.emc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.settlement.clause.StandardClauses;
import org.emcsettlement.settlement.contract.Preset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Writes a starting folder: a contract of a preset with sample evidence, and what its keys mean.
 */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = {
      "Write a commented starting folder that validates and settles.",
      "生成带说明、可直接校验和结算的起步文件夹。"
    })
final class InitCommand implements Callable<Integer> {

  private static final String WATER = "water-";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "a new or empty folder 新文件夹")
  private Path folder;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      defaultValue = "hosting-all-in/1",
      description = "the contract form; default ${DEFAULT-VALUE} 合同模板")
  private String preset;

  @Override
  public Integer call() {
    Map<String, Preset> presets = StandardClauses.format().presets();
    Preset chosen = presets.get(preset);
    if (chosen == null) {
      throw new InvalidInputException(
          "--preset: \"" + preset + "\" is unknown 未知模板; known 可用: " + presets.keySet());
    }
    requireEmpty();
    boolean water = preset.startsWith(WATER);
    String commodity = water ? "water" : "electricity";
    new OutputFolder()
        .add("contract.json", contract(chosen, commodity))
        .add("meters/main.csv", resource("meter-" + commodity + ".csv"))
        .add("prices/" + commodity + ".csv", resource("price-" + commodity + ".csv"))
        .add("occupancy.csv", resource("occupancy.csv"))
        .add("README.md", readme(chosen))
        .write(folder);
    spec.commandLine()
        .getOut()
        .println(
            folder
                + "  "
                + chosen.label().zh()
                + " "
                + chosen.label().en()
                + "\n  emc validate "
                + folder
                + "\n  emc settle "
                + folder
                + "\n  README.md 说明各键 explains the keys");
    return ExitCode.WRITTEN;
  }

  private void requireEmpty() {
    if (Files.isRegularFile(folder)) {
      throw new InvalidInputException(folder + " is a file 是文件");
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw new InvalidInputException(folder + " is not empty; nothing was written 文件夹非空，未写入");
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  private static String contract(Preset preset, String commodity) {
    ObjectNode contract = (ObjectNode) tree(resource("contract-" + commodity + ".json"));
    JsonNode parameters = tree(resource("parameters.json")).path(preset.name());
    contract.putObject("preset").put("name", preset.name()).set("parameters", parameters);
    return Json.pretty(contract);
  }

  /** What JSON cannot hold: the meaning of every key and of every term of the preset. */
  private static String readme(Preset preset) {
    StringBuilder terms = new StringBuilder();
    preset
        .parameters()
        .forEach(
            (name, parameter) ->
                terms
                    .append("| `")
                    .append(name)
                    .append("` | ")
                    .append(parameter.label().zh())
                    .append(" | ")
                    .append(parameter.label().en())
                    .append(" | ")
                    .append(parameter.required() ? "必填 required" : "")
                    .append(parameter.fallback().map(value -> "`" + value + "`").orElse(""))
                    .append(" |\n"));
    return resource("README.md")
        .replace("{preset}", preset.name())
        .replace("{zh}", preset.label().zh())
        .replace("{en}", preset.label().en())
        .replace("{terms}", terms);
  }

  private static JsonNode tree(String json) {
    return Json.tree(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String resource(String name) {
    try (InputStream stream = InitCommand.class.getResourceAsStream("init/" + name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

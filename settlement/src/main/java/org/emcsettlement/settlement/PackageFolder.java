package org.emcsettlement.settlement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.contract.PackageFinding;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.evidence.EvidenceFileFinding;
import org.emcsettlement.settlement.packages.MemberCheck;
import org.emcsettlement.settlement.packages.PackageContract;
import org.emcsettlement.settlement.packages.PackageMember;
import org.emcsettlement.settlement.packages.PackageReader;
import org.emcsettlement.settlement.packages.WeightTable;

/**
 * A folder with a package and an evidence folder for each of its members.
 *
 * <pre>
 * package.json              the joint terms, the members, the allocation keys
 * weights.csv               declared weights: areas, headcounts, fixed tables
 * members/&lt;id&gt;/             an evidence folder
 * weather/&lt;station&gt;.csv     temperatures for all members that have none of that station
 * prices/&lt;name&gt;.csv         prices for all members that have none of that name
 * </pre>
 *
 * @param terms the package
 * @param weights the declared weights
 * @param members the members' contracts with their evidence by member id, absent where something
 *     blocks
 * @param format the format that they were read with
 */
public record PackageFolder(
    PackageContract terms,
    WeightTable weights,
    Map<String, Checked<ResolvedContract>> members,
    ContractFormat format) {

  /** The file that makes a folder a package. */
  public static final String NAME = "package.json";

  /**
   * Reads a folder.
   *
   * @param folder the folder
   * @param format the kinds of clauses and presets that its contracts may use
   * @return the package, absent if its own terms cannot be read; a member that cannot be read
   *     blocks only itself
   */
  public static Checked<PackageFolder> read(Path folder, ContractFormat format) {
    FindingCollector findings = new FindingCollector();
    Optional<PackageContract> terms =
        new PackageReader(format).read(TextSource.of(folder, folder.resolve(NAME)), findings);
    Optional<WeightTable> weights = Optional.of(WeightTable.none());
    Path table = folder.resolve(WeightTable.NAME);
    if (Files.isRegularFile(table)) {
      weights = WeightTable.read(TextSource.of(folder, table), findings);
    }
    if (terms.isEmpty() || weights.isEmpty()) {
      return Checked.failed(findings.findings());
    }
    Map<String, Checked<ResolvedContract>> members = members(folder, terms.get(), format, findings);
    for (String weighted : weights.get().members()) {
      if (!members.containsKey(weighted)) {
        findings.add(
            PackageFinding.WEIGHT_UNKNOWN, Place.file(WeightTable.NAME), "member", weighted);
      }
    }
    return findings.blocking() > 0
        ? Checked.failed(findings.findings())
        : Checked.of(
            new PackageFolder(terms.get(), weights.get(), members, format), findings.findings());
  }

  private static Map<String, Checked<ResolvedContract>> members(
      Path folder, PackageContract terms, ContractFormat format, FindingCollector findings) {
    SharedEvidence shared = SharedEvidence.read(folder, terms.contract().timezone(), findings);
    Map<String, Checked<ResolvedContract>> members = new LinkedHashMap<>();
    for (PackageMember member : terms.members()) {
      Path own = folder.resolve("members").resolve(member.id());
      members.put(
          member.id(),
          Files.isDirectory(own)
              ? member(own, member.id(), terms, format, shared)
              : Checked.failed(missing(member.id())));
    }
    for (Path path : list(folder.resolve("members"))) {
      String name = path.getFileName().toString();
      if (!members.containsKey(name)) {
        String file = "members/" + name;
        findings.add(EvidenceFileFinding.FILE_UNUSED, Place.file(file), "file", file);
      }
    }
    return members;
  }

  private static Findings missing(String member) {
    String file = "members/" + member;
    return Findings.of(
        List.of(
            Finding.of(
                PackageFinding.MEMBER_FOLDER, Place.file(file), "member", member, "folder", file)));
  }

  private static Checked<ResolvedContract> member(
      Path folder, String id, PackageContract terms, ContractFormat format, SharedEvidence shared) {
    Checked<EvidenceFolder> read = EvidenceFolder.read(folder, format, shared);
    if (read.value().isEmpty()) {
      return Checked.failed(read.findings());
    }
    Findings unfit = MemberCheck.of(terms, id, read.value().get().contract());
    if (!unfit.isEmpty()) {
      return Checked.failed(unfit);
    }
    return read.value().get().resolve(format);
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(Files::isDirectory).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

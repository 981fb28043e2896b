package org.emcsettlement.settlement.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.JsonDocument;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.contract.ContractReader;
import org.emcsettlement.settlement.contract.PackageFinding;

/**
 * Reads {@code package.json}: the keys of a contract, and {@code pooling}, {@code members}, {@code
 * allocations}. All faults come at once.
 */
public final class PackageReader {

  /** The keys that a package has beside those of a contract. */
  private static final List<String> OWN = List.of("pooling", "members", "allocations");

  private final ContractFormat format;

  /**
   * A reader.
   *
   * @param format the kinds of clauses and the presets that may be used
   */
  public PackageReader(ContractFormat format) {
    this.format = format;
  }

  private record OwnTerms(
      Pooling pooling, List<PackageMember> members, List<AllocationTerms> allocations) {}

  /**
   * Reads a package.
   *
   * @param source the text
   * @param findings takes everything that is wrong
   * @return the package, absent if something blocks
   */
  public Optional<PackageContract> read(TextSource source, FindingCollector findings) {
    int before = findings.blocking();
    Optional<PackageContract> read =
        JsonDocument.parse(source, findings).flatMap(tree -> read(source.name(), tree, findings));
    read.ifPresent(terms -> new PackageCheck(terms, source.name(), findings).run());
    return findings.blocking() > before ? Optional.empty() : read;
  }

  private Optional<PackageContract> read(String name, JsonNode tree, FindingCollector findings) {
    JsonNode rest = tree.deepCopy();
    JsonNode own = tree.isObject() ? take((ObjectNode) rest) : tree;
    Optional<OwnTerms> terms =
        new JsonDocument(name, findings, UnaryOperator.identity())
            .root(own, json -> ownTerms(json, name, findings));
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    ContractFormat joint = JointFormat.declared(format, terms.get().pooling());
    Optional<Contract> contract =
        new ContractReader(joint).read(TextSource.of(name, rest.toString()), findings);
    return contract.map(
        read ->
            new PackageContract(
                read, terms.get().pooling(), terms.get().members(), terms.get().allocations()));
  }

  private static ObjectNode take(ObjectNode tree) {
    ObjectNode own = tree.objectNode();
    for (String key : OWN) {
      JsonNode value = tree.remove(key);
      if (value != null) {
        own.set(key, value);
      }
    }
    return own;
  }

  private static Optional<OwnTerms> ownTerms(
      JsonObject json, String name, FindingCollector findings) {
    Optional<Pooling> pooling = json.constant("pooling", Pooling.class);
    List<PackageMember.Written> written = json.objects("members", PackageMember::read);
    List<AllocationTerms> allocations = json.objects("allocations", AllocationTerms::read);
    List<PackageMember> members = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<Integer> ranks = new HashSet<>();
    boolean distinct = !written.isEmpty();
    for (PackageMember.Written member : written) {
      members.add(new PackageMember(member.id(), member.rank().orElse(members.size() + 1)));
      PackageMember last = members.get(members.size() - 1);
      distinct &= ids.add(last.id()) && ranks.add(last.rank());
    }
    if (!distinct) {
      findings.add(PackageFinding.MEMBERS, Place.pointer(name, "/members"));
    }
    members.sort(Comparator.comparingInt(PackageMember::rank));
    return json.build(() -> new OwnTerms(pooling.orElseThrow(), List.copyOf(members), allocations));
  }
}

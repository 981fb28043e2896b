package org.emcsettlement.settlement.packages;

import java.util.List;
import org.emcsettlement.core.json.CanonicalJson;
import org.emcsettlement.settlement.contract.Contract;

/**
 * What the parties of a package signed: the joint terms as a contract without commodities of its
 * own, its members, and how joint amounts are allocated to them.
 *
 * @param contract term, schedule, tax, and the clauses that work on all members together; its
 *     institution is the lead party
 * @param pooling what is settled together
 * @param members the members by rank
 * @param allocations how joint amounts are allocated
 */
public record PackageContract(
    Contract contract,
    Pooling pooling,
    List<PackageMember> members,
    List<AllocationTerms> allocations) {

  /** {@return the identity: SHA-256 of the canonical JSON with presets expanded} */
  public String digest() {
    return CanonicalJson.digest(this);
  }

  /** {@return whether there is anything to settle jointly} */
  public boolean hasJointClauses() {
    return !contract.clauses().isEmpty();
  }

  /**
   * How the amounts of a joint clause are allocated.
   *
   * @param clause the clause's id
   * @return the terms that name it, else those for all others
   */
  public AllocationTerms allocation(String clause) {
    return allocations.stream()
        .filter(terms -> terms.clauses().contains(clause))
        .findFirst()
        .or(() -> allocations.stream().filter(terms -> terms.clauses().isEmpty()).findFirst())
        .orElseThrow(() -> new IllegalArgumentException("no allocation for " + clause));
  }
}

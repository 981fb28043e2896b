package org.emcsettlement.settlement.packages;

import java.util.List;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.evidence.Evidence;
import org.emcsettlement.settlement.statement.Statement;

/**
 * The joint statement of a package: an ordinary statement whose savings are those of the members,
 * added up, and whose amounts are all allocated to them. It explains and is not paid.
 */
public final class JointStatement {

  /** Its title. */
  public static final String TITLE = "打包合同合并核算单";

  private JointStatement() {}

  /**
   * Brings the joint terms together with what the members measured.
   *
   * @param terms the package
   * @param weights the declared weights
   * @param members the members that could be settled, by rank
   * @param findings what there is to say of the others
   * @param format the format that the package was read with
   * @return a contract that can be settled
   */
  public static Checked<ResolvedContract> resolve(
      PackageContract terms,
      WeightTable weights,
      List<MeasuredMember> members,
      Findings findings,
      ContractFormat format) {
    List<InputDigest> inputs = weights.members().isEmpty() ? List.of() : List.of(weights.digest());
    return ResolvedContract.of(
        terms.contract(),
        Evidence.builder().inputs(inputs).build(),
        JointFormat.of(
            format,
            List.of(
                new MembersTotal(terms.pooling(), members, findings),
                new JointAllocation(terms, members, weights))));
  }

  /**
   * The statement under its title.
   *
   * @param statement a joint statement
   * @return the same with the title of joint statements
   */
  public static Statement titled(Statement statement) {
    return Statement.builder().from(statement).title(TITLE).build();
  }
}

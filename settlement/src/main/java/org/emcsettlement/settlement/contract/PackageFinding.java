package org.emcsettlement.settlement.contract;

import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.FindingCode;

/** The catalogue of findings about packaged contracts. */
public enum PackageFinding implements FindingCode {
  /** No members, or members that share a rank. */
  MEMBERS(
      "package.members",
      Effect.BLOCK,
      "打包合同需要成员（members），编号与次序（rank）不得重复。",
      "A package needs members, none with the id or the rank of another."),
  /** A joint clause of a stage that members settle themselves. */
  CLAUSE_STAGE(
      "package.clause-stage",
      Effect.BLOCK,
      "条款 {clause} 不能合并核算；合并核算的只有结转、费用、分享、上下限、考核和补偿，计税与扣留由成员各自结算。",
      "Clause {clause} cannot be settled jointly; deficits, fees, shares, limits, performance and"
          + " compensation can, tax and retention are settled by every member."),
  /** Sharing in a package that pools the guarantee only. */
  POOLING(
      "package.pooling",
      Effect.BLOCK,
      "合并方式为 {pooling}，条款 {clause} 需要 POOLED_ALL。",
      "Pooling is {pooling}; clause {clause} needs POOLED_ALL."),
  /** A joint clause without an allocation, or with two. */
  ALLOCATION(
      "package.allocation",
      Effect.BLOCK,
      "条款 {clause} 应有且只有一个分摊约定（allocations），现有 {count} 个。",
      "Clause {clause} needs one entry in allocations and has {count}."),
  /** An allocation for a clause that is not there. */
  ALLOCATION_UNKNOWN(
      "package.allocation-unknown",
      Effect.BLOCK,
      "分摊约定中的条款 {clause} 不在 clauses 中。",
      "Clause {clause} in allocations is not among the clauses."),
  /** A joint statement over two contract years. */
  YEAR_CROSSED(
      "package.year-crossed",
      Effect.BLOCK,
      "结算期 {period} 跨合同年，合并分享无法按年划分；请将结算期与合同年对齐。",
      "Statement period {period} lies in two contract years, which joint sharing cannot tell apart;"
          + " align periods with contract years."),
  /** A member's terms that do not go with those of the package. */
  TERMS_DIFFER(
      "package.terms-differ",
      Effect.BLOCK,
      "成员 {member} 的 {term} 为 {own}，打包合同为 {joint}；两者须一致。",
      "{term} of member {member} is {own}, that of the package {joint}; they must be the same."),
  /** A member that settles what the package settles for it. */
  SETTLED_TWICE(
      "package.settled-twice",
      Effect.BLOCK,
      "成员 {member} 的条款 {clause} 与打包合同的合并核算重复；请从成员合同中删去。",
      "Clause {clause} of member {member} settles again what the package pools; take it out of the"
          + " member's contract."),
  /** A member whose contract does not write a figure that is needed. */
  FIGURE_MISSING(
      "package.figure-missing",
      Effect.BLOCK,
      "成员 {member} 的合同没有条款给出 {figure}，{need} 需要它。",
      "No clause of member {member} writes {figure}, which {need} needs."),
  /** A weight that is not declared. */
  WEIGHT_MISSING(
      "package.weight-missing",
      Effect.BLOCK,
      "weights.csv 没有成员 {member} 在 {period} 的 {key}。",
      "weights.csv has no {key} of member {member} for {period}."),
  /** A weight of somebody who is no member. */
  WEIGHT_UNKNOWN(
      "package.weight-unknown",
      Effect.NOTE,
      "weights.csv 中的 {member} 不是成员，其权重不使用。",
      "{member} in weights.csv is no member; its weights are not used."),
  /** A weight below zero, or given twice. */
  WEIGHT_INVALID(
      "package.weight-invalid",
      Effect.BLOCK,
      "成员 {member} 自 {from} 起的 {key} 为负或重复。",
      "{key} of member {member} from {from} is below zero or given twice."),
  /** A negative weight that is refused. */
  WEIGHT_NEGATIVE(
      "package.weight-negative",
      Effect.BLOCK,
      "成员 {member} 的分摊权重 {weight} 为负，合同约定不予分摊。",
      "The weight {weight} of member {member} is negative, which the contract refuses to allocate"
          + " by."),
  /** Weights that are all zero. */
  WEIGHTS_ZERO(
      "package.weights-zero",
      Effect.BLOCK,
      "{clause} 的分摊权重全为零，且没有可用的第二依据（second）。",
      "All weights for {clause} are zero and there is no second key to use."),
  /** A member that could not be settled. */
  MEMBER_UNSETTLED(
      "package.member-unsettled",
      Effect.PROVISIONAL,
      "成员 {member} 本期无法结算（{reason}），其余成员先行结算。",
      "Member {member} cannot be settled ({reason}); the others are."),
  /** A member whose facts are provisional. */
  MEMBER_PROVISIONAL(
      "package.member-provisional",
      Effect.PROVISIONAL,
      "成员 {member} 的数据为暂定，合并金额随之暂定。",
      "The facts of member {member} are provisional, and so is what is settled jointly."),
  /** Joint amounts that are provisional. */
  JOINT_PROVISIONAL(
      "package.joint-provisional",
      Effect.PROVISIONAL,
      "打包分摊的金额为暂定。",
      "What the package allocated is provisional."),
  /** Two meters with the same readings. */
  METER_SAME_READINGS(
      "package.meter-same-readings",
      Effect.PROVISIONAL,
      "{first} 与 {second} 的读数完全相同，可能是同一只表。",
      "{first} and {second} have the same readings; they may be one meter."),
  /** Meters that nobody can tell apart for want of a number. */
  METER_UNIDENTIFIED(
      "package.meter-unidentified",
      Effect.NOTE,
      "{count} 只表没有表号（serial），无法证明未重复计量；已比对其读数。",
      "{count} meters have no number (serial), so that none is counted twice cannot be proved; their"
          + " readings were compared."),
  /** Something in the folder of a member. */
  MEMBER_FOLDER(
      "package.member-folder",
      Effect.BLOCK,
      "成员 {member} 没有文件夹 {folder}。",
      "Member {member} has no folder {folder}.");

  private final String code;
  private final Effect effect;
  private final String zh;
  private final String en;

  PackageFinding(String code, Effect effect, String zh, String en) {
    this.code = code;
    this.effect = effect;
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Effect defaultEffect() {
    return effect;
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }
}

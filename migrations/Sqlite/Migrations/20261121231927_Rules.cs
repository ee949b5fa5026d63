using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moderation.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Rules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsHeld",
                table: "Signals",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "AgreedBy",
                table: "RulebookVersions",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "MadeFrom",
                table: "RulebookVersions",
                type: "BLOB",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "RulebookVersions",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProposedBy",
                table: "RulebookVersions",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "WithdrawnAt",
                table: "RulebookVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsQuarantined",
                table: "RestrictedSubjects",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "ByRulebook",
                table: "Outcomes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsOneStrike",
                table: "Outcomes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "LiftReason",
                table: "Outcomes",
                type: "TEXT",
                maxLength: 10000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Lifted",
                table: "Outcomes",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Restores",
                table: "Outcomes",
                type: "BLOB",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StrikeWeight",
                table: "Outcomes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "AuthorityReport",
                table: "Decisions",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "BatchId",
                table: "Decisions",
                type: "BLOB",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "ChainId",
                table: "Decisions",
                type: "BLOB",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ChainPlace",
                table: "Decisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "DetectorVersion",
                table: "Decisions",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "FollowsRule",
                table: "Decisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsInterim",
                table: "Decisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "LadderVersion",
                table: "Decisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NoticeDelay",
                table: "Decisions",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<byte[]>(
                name: "OrderId",
                table: "Decisions",
                type: "BLOB",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OverriddenAt",
                table: "Decisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Overrides",
                table: "Decisions",
                type: "BLOB",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PostedAt",
                table: "Decisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PreserveUntil",
                table: "Decisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Rule",
                table: "Decisions",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ToldAt",
                table: "Decisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Class",
                table: "DecisionEvidence",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "UntilRedressEnds");

            migrationBuilder.AddColumn<long>(
                name: "ErasedAt",
                table: "DecisionEvidence",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "KeepUntil",
                table: "DecisionEvidence",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsHeld",
                table: "Content",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Place",
                table: "AuditEntries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Seal",
                table: "AuditEntries",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Leaves",
                table: "AuditBlocks",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsHeld",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "AppliedRulebooks",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    RulebookVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppliedRulebooks", x => new { x.AccountId, x.At });
                });

            migrationBuilder.CreateTable(
                name: "Citations",
                columns: table => new
                {
                    DecisionId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    CitedId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Citations", x => new { x.DecisionId, x.CitedId });
                });

            migrationBuilder.CreateTable(
                name: "EndReminders",
                columns: table => new
                {
                    OutcomeId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EndReminders", x => x.OutcomeId);
                });

            migrationBuilder.CreateTable(
                name: "Erasures",
                columns: table => new
                {
                    SubjectKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Erasures", x => new { x.SubjectKind, x.SubjectId });
                });

            migrationBuilder.CreateTable(
                name: "EvidenceHolds",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    SubjectKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DecisionId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ReleasedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReleasedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ReleaseReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceHolds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Orders",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Authority = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MemberState = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LegalBasis = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Redress = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AcknowledgedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ConfidentialUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Orders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Pauses",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 210, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pauses", x => new { x.Kind, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "Referrals",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    SubjectKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CaseId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    Authority = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AcknowledgedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referrals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RehearsedAccounts",
                columns: table => new
                {
                    RunId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Followers = table.Column<long>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Harder = table.Column<int>(type: "INTEGER", nullable: false),
                    Softer = table.Column<int>(type: "INTEGER", nullable: false),
                    Otherwise = table.Column<int>(type: "INTEGER", nullable: false),
                    Ends = table.Column<string>(type: "TEXT", nullable: false),
                    Begins = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RehearsedAccounts", x => new { x.RunId, x.AccountId });
                });

            migrationBuilder.CreateTable(
                name: "RulebookDrafts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    BasedOn = table.Column<int>(type: "INTEGER", nullable: true),
                    MadeBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EditedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EditedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ProposedFrom = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    RefusedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Refusal = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    PublishedAs = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RulebookDrafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Runs",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    IsRestricted = table.Column<bool>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 210, nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AgreedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Refusal = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    Looked = table.Column<long>(type: "INTEGER", nullable: false),
                    Changed = table.Column<long>(type: "INTEGER", nullable: false),
                    Cursor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Report = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Runs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Trainings",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DecisionId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Trainings", x => new { x.AccountId, x.DecisionId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Signals_IsHeld_Detector",
                table: "Signals",
                columns: new[] { "IsHeld", "Detector" });

            migrationBuilder.CreateIndex(
                name: "IX_Outcomes_Kind_Until",
                table: "Outcomes",
                columns: new[] { "Kind", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_ChainId",
                table: "Decisions",
                column: "ChainId");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_MadeAt",
                table: "Decisions",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_NoticeDelay_ToldAt_NoticeAt",
                table: "Decisions",
                columns: new[] { "NoticeDelay", "ToldAt", "NoticeAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_OrderId",
                table: "Decisions",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionEvidence_ErasedAt_KeepUntil",
                table: "DecisionEvidence",
                columns: new[] { "ErasedAt", "KeepUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Act_Id",
                table: "AuditEntries",
                columns: new[] { "Act", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Citations_CitedId",
                table: "Citations",
                column: "CitedId");

            migrationBuilder.CreateIndex(
                name: "IX_Erasures_DoneAt_NotBefore",
                table: "Erasures",
                columns: new[] { "DoneAt", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceHolds_DecisionId",
                table: "EvidenceHolds",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceHolds_SubjectKind_SubjectId_ReleasedAt",
                table: "EvidenceHolds",
                columns: new[] { "SubjectKind", "SubjectId", "ReleasedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Orders_Authority_Reference",
                table: "Orders",
                columns: new[] { "Authority", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Number",
                table: "Referrals",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_State_At",
                table: "Referrals",
                columns: new[] { "State", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_RehearsedAccounts_RunId_Followers_AccountId",
                table: "RehearsedAccounts",
                columns: new[] { "RunId", "Followers", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_RulebookDrafts_State_EditedAt",
                table: "RulebookDrafts",
                columns: new[] { "State", "EditedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Runs_State_NotBefore",
                table: "Runs",
                columns: new[] { "State", "NotBefore" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AppliedRulebooks");

            migrationBuilder.DropTable(
                name: "Citations");

            migrationBuilder.DropTable(
                name: "EndReminders");

            migrationBuilder.DropTable(
                name: "Erasures");

            migrationBuilder.DropTable(
                name: "EvidenceHolds");

            migrationBuilder.DropTable(
                name: "Orders");

            migrationBuilder.DropTable(
                name: "Pauses");

            migrationBuilder.DropTable(
                name: "Referrals");

            migrationBuilder.DropTable(
                name: "RehearsedAccounts");

            migrationBuilder.DropTable(
                name: "RulebookDrafts");

            migrationBuilder.DropTable(
                name: "Runs");

            migrationBuilder.DropTable(
                name: "Trainings");

            migrationBuilder.DropIndex(
                name: "IX_Signals_IsHeld_Detector",
                table: "Signals");

            migrationBuilder.DropIndex(
                name: "IX_Outcomes_Kind_Until",
                table: "Outcomes");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_ChainId",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_MadeAt",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_NoticeDelay_ToldAt_NoticeAt",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_OrderId",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_DecisionEvidence_ErasedAt_KeepUntil",
                table: "DecisionEvidence");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Act_Id",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "IsHeld",
                table: "Signals");

            migrationBuilder.DropColumn(
                name: "AgreedBy",
                table: "RulebookVersions");

            migrationBuilder.DropColumn(
                name: "MadeFrom",
                table: "RulebookVersions");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "RulebookVersions");

            migrationBuilder.DropColumn(
                name: "ProposedBy",
                table: "RulebookVersions");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "RulebookVersions");

            migrationBuilder.DropColumn(
                name: "IsQuarantined",
                table: "RestrictedSubjects");

            migrationBuilder.DropColumn(
                name: "ByRulebook",
                table: "Outcomes");

            migrationBuilder.DropColumn(
                name: "IsOneStrike",
                table: "Outcomes");

            migrationBuilder.DropColumn(
                name: "LiftReason",
                table: "Outcomes");

            migrationBuilder.DropColumn(
                name: "Lifted",
                table: "Outcomes");

            migrationBuilder.DropColumn(
                name: "Restores",
                table: "Outcomes");

            migrationBuilder.DropColumn(
                name: "StrikeWeight",
                table: "Outcomes");

            migrationBuilder.DropColumn(
                name: "AuthorityReport",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "BatchId",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "ChainId",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "ChainPlace",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "DetectorVersion",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "FollowsRule",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "IsInterim",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "LadderVersion",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "NoticeDelay",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "OrderId",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "OverriddenAt",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "Overrides",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "PostedAt",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "PreserveUntil",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "Rule",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "ToldAt",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "Class",
                table: "DecisionEvidence");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "DecisionEvidence");

            migrationBuilder.DropColumn(
                name: "KeepUntil",
                table: "DecisionEvidence");

            migrationBuilder.DropColumn(
                name: "IsHeld",
                table: "Content");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "Seal",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "Leaves",
                table: "AuditBlocks");

            migrationBuilder.DropColumn(
                name: "IsHeld",
                table: "Accounts");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moderation.Migrations.SqlServer.Migrations
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
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "AgreedBy",
                table: "RulebookVersions",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<byte[]>(
                name: "MadeFrom",
                table: "RulebookVersions",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "RulebookVersions",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "ProposedBy",
                table: "RulebookVersions",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "WithdrawnAt",
                table: "RulebookVersions",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsQuarantined",
                table: "RestrictedSubjects",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "ByRulebook",
                table: "Outcomes",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsOneStrike",
                table: "Outcomes",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "LiftReason",
                table: "Outcomes",
                type: "nvarchar(max)",
                maxLength: 10000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Lifted",
                table: "Outcomes",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<byte[]>(
                name: "Restores",
                table: "Outcomes",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StrikeWeight",
                table: "Outcomes",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "AuthorityReport",
                table: "Decisions",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<byte[]>(
                name: "BatchId",
                table: "Decisions",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "ChainId",
                table: "Decisions",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ChainPlace",
                table: "Decisions",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "DetectorVersion",
                table: "Decisions",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "FollowsRule",
                table: "Decisions",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsInterim",
                table: "Decisions",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "LadderVersion",
                table: "Decisions",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NoticeDelay",
                table: "Decisions",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "None",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<byte[]>(
                name: "OrderId",
                table: "Decisions",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "OverriddenAt",
                table: "Decisions",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Overrides",
                table: "Decisions",
                type: "binary(16)",
                fixedLength: true,
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PostedAt",
                table: "Decisions",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PreserveUntil",
                table: "Decisions",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Rule",
                table: "Decisions",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ToldAt",
                table: "Decisions",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Class",
                table: "DecisionEvidence",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "UntilRedressEnds",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ErasedAt",
                table: "DecisionEvidence",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "KeepUntil",
                table: "DecisionEvidence",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsHeld",
                table: "Content",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Place",
                table: "AuditEntries",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Seal",
                table: "AuditEntries",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<byte[]>(
                name: "Leaves",
                table: "AuditBlocks",
                type: "varbinary(max)",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsHeld",
                table: "Accounts",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "AppliedRulebooks",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    RulebookVersion = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AppliedRulebooks", x => new { x.AccountId, x.At });
                });

            migrationBuilder.CreateTable(
                name: "Citations",
                columns: table => new
                {
                    DecisionId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    CitedId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Citations", x => new { x.DecisionId, x.CitedId });
                });

            migrationBuilder.CreateTable(
                name: "EndReminders",
                columns: table => new
                {
                    OutcomeId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EndReminders", x => x.OutcomeId);
                });

            migrationBuilder.CreateTable(
                name: "Erasures",
                columns: table => new
                {
                    SubjectKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AskedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    NotBefore = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    DoneAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Erasures", x => new { x.SubjectKind, x.SubjectId });
                });

            migrationBuilder.CreateTable(
                name: "EvidenceHolds",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    SubjectKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DecisionId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReleasedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ReleasedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ReleaseReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceHolds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Orders",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Authority = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MemberState = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reference = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    LegalBasis = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Redress = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Digest = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AcknowledgedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ConfidentialUntil = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    WithdrawnAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    WithdrawReason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Orders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Pauses",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Since = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    By = table.Column<string>(type: "nvarchar(210)", maxLength: 210, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pauses", x => new { x.Kind, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "Referrals",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    SubjectKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CaseId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Authority = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Description = table.Column<string>(type: "nvarchar(max)", maxLength: 10000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Way = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reference = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AcknowledgedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AcknowledgedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referrals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RehearsedAccounts",
                columns: table => new
                {
                    RunId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    AccountId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Followers = table.Column<long>(type: "bigint", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Country = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Harder = table.Column<int>(type: "int", nullable: false),
                    Softer = table.Column<int>(type: "int", nullable: false),
                    Otherwise = table.Column<int>(type: "int", nullable: false),
                    Ends = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Begins = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RehearsedAccounts", x => new { x.RunId, x.AccountId });
                });

            migrationBuilder.CreateTable(
                name: "RulebookDrafts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Json = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    BasedOn = table.Column<int>(type: "int", nullable: true),
                    MadeBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MadeAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    EditedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    EditedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ProposedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ProposedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ProposedFrom = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    RefusedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Refusal = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    PublishedAs = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RulebookDrafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Runs",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    What = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsRestricted = table.Column<bool>(type: "bit", nullable: false),
                    By = table.Column<string>(type: "nvarchar(210)", maxLength: 210, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ProposedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AgreedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Refusal = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ProposedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    NotBefore = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    Looked = table.Column<long>(type: "bigint", nullable: false),
                    Changed = table.Column<long>(type: "bigint", nullable: false),
                    Cursor = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Report = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Runs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Trainings",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DecisionId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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

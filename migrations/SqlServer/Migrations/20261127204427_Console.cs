using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moderation.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Console : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Reports_CaseId",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_AuthorId_MadeAt",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_MadeAt",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_Content_ParentId",
                table: "Content");

            migrationBuilder.DropIndex(
                name: "IX_Cases_AuthorId",
                table: "Cases");

            migrationBuilder.AddColumn<int>(
                name: "Capacity",
                table: "Staff",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Credibility",
                table: "Reports",
                type: "float",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Code",
                table: "Decisions",
                type: "nvarchar(6)",
                maxLength: 6,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "Sketch",
                table: "ContentRevisions",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Answer",
                table: "Cases",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "AnsweredAt",
                table: "Cases",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnsweredBy",
                table: "Cases",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "AssignedTo",
                table: "Cases",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "AutomatedReports",
                table: "Cases",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Code",
                table: "Cases",
                type: "nvarchar(6)",
                maxLength: 6,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "ContentKind",
                table: "Cases",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Country",
                table: "Cases",
                type: "nvarchar(2)",
                maxLength: 2,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<long>(
                name: "HomeLaneId",
                table: "Cases",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "JudgementDueAt",
                table: "Cases",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KeptAs",
                table: "Cases",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "KeptBy",
                table: "Cases",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "KeptNote",
                table: "Cases",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "Cases",
                type: "nvarchar(35)",
                maxLength: 35,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "LeadGuideline",
                table: "Cases",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PausedAt",
                table: "Cases",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PausedTicks",
                table: "Cases",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PausedUntil",
                table: "Cases",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "ReportWeight",
                table: "Cases",
                type: "float",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<string>(
                name: "SnoozeReason",
                table: "Cases",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "SnoozedBy",
                table: "Cases",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SnoozedUntil",
                table: "Cases",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Sources",
                table: "Cases",
                type: "int",
                maxLength: 40,
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "HandleKey",
                table: "Accounts",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Accounts",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Staff = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    From = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LapsedJudgements",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    CaseId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LapsedJudgements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Mentions",
                columns: table => new
                {
                    NoteId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    To = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ReadAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mentions", x => new { x.NoteId, x.To });
                });

            migrationBuilder.CreateTable(
                name: "Notes",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    On = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CaseId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    SubjectKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AccountId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    WithdrawnAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ErasedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PendingJudgements",
                columns: table => new
                {
                    CaseId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ClaimNumber = table.Column<long>(type: "bigint", nullable: false),
                    What = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    RulebookVersion = table.Column<int>(type: "int", nullable: false),
                    Reports = table.Column<int>(type: "int", nullable: false),
                    Signals = table.Column<int>(type: "int", nullable: false),
                    Grounds = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PendingJudgements", x => x.CaseId);
                });

            migrationBuilder.CreateTable(
                name: "Presences",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Staff = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CaseId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    SeenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Presences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Queues",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Place = table.Column<int>(type: "int", nullable: false),
                    Rules = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Skill = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Members = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    HiddenOutcomes = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    DueHours = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    PausesClock = table.Column<bool>(type: "bit", nullable: false),
                    AgeOutDays = table.Column<int>(type: "int", nullable: true),
                    AutoAssign = table.Column<bool>(type: "bit", nullable: false),
                    IsActive = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Queues", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Owner = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Filter = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Place = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SketchKeys",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ContentId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SketchKeys", x => new { x.Key, x.SeenAt, x.ContentId, x.Revision });
                });

            migrationBuilder.CreateTable(
                name: "StaffPreferences",
                columns: table => new
                {
                    Staff = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Blurred = table.Column<bool>(type: "bit", nullable: false),
                    Grey = table.Column<bool>(type: "bit", nullable: false),
                    UndoSeconds = table.Column<int>(type: "int", nullable: true),
                    SingleLetters = table.Column<bool>(type: "bit", nullable: false),
                    Keys = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffPreferences", x => x.Staff);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_CaseId_Credibility",
                table: "Reports",
                columns: new[] { "CaseId", "Credibility" },
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "IX_Reports_ReporterId_CaseId_ReceivedAt",
                table: "Reports",
                columns: new[] { "ReporterId", "CaseId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_AuthorId_MadeAt_Id",
                table: "Decisions",
                columns: new[] { "AuthorId", "MadeAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_Code",
                table: "Decisions",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_DecidedBy_MadeAt_Id",
                table: "Decisions",
                columns: new[] { "DecidedBy", "MadeAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_Guideline_MadeAt_Id",
                table: "Decisions",
                columns: new[] { "Guideline", "MadeAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_MadeAt_Id",
                table: "Decisions",
                columns: new[] { "MadeAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "NotSketched",
                table: "ContentRevisions",
                columns: new[] { "ContentId", "Number" },
                filter: "Sketch = 0");

            migrationBuilder.CreateIndex(
                name: "IX_Content_ParentId_CreatedAt_Id",
                table: "Content",
                columns: new[] { "ParentId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_AssignedTo_Stage",
                table: "Cases",
                columns: new[] { "AssignedTo", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_AuthorId_OpenedAt_Id",
                table: "Cases",
                columns: new[] { "AuthorId", "OpenedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ClosedAt_Stage_LaneId_LeadGuideline_IsRestricted_Code_OpenedAt",
                table: "Cases",
                columns: new[] { "ClosedAt", "Stage", "LaneId", "LeadGuideline", "IsRestricted", "Code", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Code",
                table: "Cases",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_EscalatedBy_Stage",
                table: "Cases",
                columns: new[] { "EscalatedBy", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_LaneId_Stage_DueAt_OpenedAt_PausedAt_PausedUntil_LeadGuideline_IsRestricted",
                table: "Cases",
                columns: new[] { "LaneId", "Stage", "DueAt", "OpenedAt", "PausedAt", "PausedUntil", "LeadGuideline", "IsRestricted" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_LaneId_Stage_LeadGuideline_Priority_DueAt_Id",
                table: "Cases",
                columns: new[] { "LaneId", "Stage", "LeadGuideline", "Priority", "DueAt", "Id" },
                descending: new[] { false, false, false, true, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_LaneId_Stage_Severity_Priority_DueAt_Id",
                table: "Cases",
                columns: new[] { "LaneId", "Stage", "Severity", "Priority", "DueAt", "Id" },
                descending: new[] { false, false, false, true, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenedAt_Id",
                table: "Cases",
                columns: new[] { "OpenedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenedAt_LaneId_LeadGuideline_IsRestricted",
                table: "Cases",
                columns: new[] { "OpenedAt", "LaneId", "LeadGuideline", "IsRestricted" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_SnoozedBy_Stage",
                table: "Cases",
                columns: new[] { "SnoozedBy", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_SnoozedUntil",
                table: "Cases",
                column: "SnoozedUntil",
                filter: "SnoozedUntil IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_ClosedAt",
                table: "Appeals",
                column: "ClosedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_HandleKey_Id",
                table: "Accounts",
                columns: new[] { "HandleKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_NameKey_Id",
                table: "Accounts",
                columns: new[] { "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_Staff_Until",
                table: "Absences",
                columns: new[] { "Staff", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_Until",
                table: "Absences",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_LapsedJudgements_By_At",
                table: "LapsedJudgements",
                columns: new[] { "By", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Mentions_To_ReadAt_NoteId",
                table: "Mentions",
                columns: new[] { "To", "ReadAt", "NoteId" });

            migrationBuilder.CreateIndex(
                name: "IX_Notes_AccountId_On_Id",
                table: "Notes",
                columns: new[] { "AccountId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notes_CaseId_Id",
                table: "Notes",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notes_SubjectKind_SubjectId",
                table: "Notes",
                columns: new[] { "SubjectKind", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_PendingJudgements_By_SubmittedAt",
                table: "PendingJudgements",
                columns: new[] { "By", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PendingJudgements_DueAt_CaseId",
                table: "PendingJudgements",
                columns: new[] { "DueAt", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Presences_CaseId_SeenAt",
                table: "Presences",
                columns: new[] { "CaseId", "SeenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Presences_SeenAt",
                table: "Presences",
                column: "SeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_Owner_Place",
                table: "SavedViews",
                columns: new[] { "Owner", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_SketchKeys_ContentId",
                table: "SketchKeys",
                column: "ContentId");

            // What is there gets what the new columns say of it.
            migrationBuilder.Sql("EXEC(N'UPDATE Lanes SET Queue = ''unrouted'' WHERE Queue = ''general'';');");
            migrationBuilder.Sql("EXEC(N'UPDATE Cases SET Code = RIGHT(CONVERT(varchar(32), Id, 2), 6), Language = coalesce((SELECT Language FROM Lanes WHERE Lanes.Id = Cases.LaneId), ''''), ContentKind = (SELECT Kind FROM Content WHERE Content.Id = Cases.SubjectId AND Cases.SubjectKind = ''Content''), LeadGuideline = JSON_VALUE(Guidelines, ''$[0]'');');");
            migrationBuilder.Sql("EXEC(N'UPDATE Cases SET Country = coalesce((SELECT Country FROM Accounts WHERE Accounts.Id = Cases.AuthorId), '''');');");
            migrationBuilder.Sql("EXEC(N'UPDATE Reports SET Credibility = 0.5 WHERE CaseId IS NOT NULL AND (ReporterId IS NULL OR NOT EXISTS (SELECT 1 FROM Reports r WHERE r.CaseId = Reports.CaseId AND r.ReporterId = Reports.ReporterId AND r.Id < Reports.Id));');");
            migrationBuilder.Sql("EXEC(N'UPDATE Cases SET ReportWeight = CASE WHEN Reports = 0 THEN 0 WHEN Reports = 1 THEN 0.5 WHEN Reports = 2 THEN 0.75 ELSE 1 END;');");
            migrationBuilder.Sql("EXEC(N'UPDATE Cases SET Priority = Priority + 1.9 WHERE Stage = ''Waiting'';');");
            migrationBuilder.Sql("EXEC(N'UPDATE Decisions SET Code = RIGHT(CONVERT(varchar(32), Id, 2), 6);');");
            migrationBuilder.Sql("EXEC(N'UPDATE Accounts SET HandleKey = LOWER(CASE WHEN Handle LIKE ''@%'' THEN STUFF(Handle, 1, 1, '''') ELSE Handle END), NameKey = LOWER(CASE WHEN DisplayName LIKE ''@%'' THEN STUFF(DisplayName, 1, 1, '''') ELSE COALESCE(DisplayName, '''') END);');");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "LapsedJudgements");

            migrationBuilder.DropTable(
                name: "Mentions");

            migrationBuilder.DropTable(
                name: "Notes");

            migrationBuilder.DropTable(
                name: "PendingJudgements");

            migrationBuilder.DropTable(
                name: "Presences");

            migrationBuilder.DropTable(
                name: "Queues");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropTable(
                name: "SketchKeys");

            migrationBuilder.DropTable(
                name: "StaffPreferences");

            migrationBuilder.DropIndex(
                name: "IX_Reports_CaseId_Credibility",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Reports_ReporterId_CaseId_ReceivedAt",
                table: "Reports");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_AuthorId_MadeAt_Id",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_Code",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_DecidedBy_MadeAt_Id",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_Guideline_MadeAt_Id",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_MadeAt_Id",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "NotSketched",
                table: "ContentRevisions");

            migrationBuilder.DropIndex(
                name: "IX_Content_ParentId_CreatedAt_Id",
                table: "Content");

            migrationBuilder.DropIndex(
                name: "IX_Cases_AssignedTo_Stage",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_AuthorId_OpenedAt_Id",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_ClosedAt_Stage_LaneId_LeadGuideline_IsRestricted_Code_OpenedAt",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Code",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_EscalatedBy_Stage",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_LaneId_Stage_DueAt_OpenedAt_PausedAt_PausedUntil_LeadGuideline_IsRestricted",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_LaneId_Stage_LeadGuideline_Priority_DueAt_Id",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_LaneId_Stage_Severity_Priority_DueAt_Id",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenedAt_Id",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenedAt_LaneId_LeadGuideline_IsRestricted",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_SnoozedBy_Stage",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_SnoozedUntil",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Appeals_ClosedAt",
                table: "Appeals");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_HandleKey_Id",
                table: "Accounts");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_NameKey_Id",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "Capacity",
                table: "Staff");

            migrationBuilder.DropColumn(
                name: "Credibility",
                table: "Reports");

            migrationBuilder.DropColumn(
                name: "Code",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "Sketch",
                table: "ContentRevisions");

            migrationBuilder.DropColumn(
                name: "Answer",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "AnsweredAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "AnsweredBy",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "AssignedTo",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "AutomatedReports",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Code",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "ContentKind",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Country",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "HomeLaneId",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "JudgementDueAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "KeptAs",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "KeptBy",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "KeptNote",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "LeadGuideline",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "PausedAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "PausedTicks",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "PausedUntil",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "ReportWeight",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "SnoozeReason",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "SnoozedBy",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "SnoozedUntil",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Sources",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "HandleKey",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "Accounts");

            migrationBuilder.CreateIndex(
                name: "IX_Reports_CaseId",
                table: "Reports",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_AuthorId_MadeAt",
                table: "Decisions",
                columns: new[] { "AuthorId", "MadeAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_MadeAt",
                table: "Decisions",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_Content_ParentId",
                table: "Content",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_AuthorId",
                table: "Cases",
                column: "AuthorId");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Moderation.Migrations.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Credibility",
                table: "Reports",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Code",
                table: "Decisions",
                type: "TEXT",
                maxLength: 6,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Sketch",
                table: "ContentRevisions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Answer",
                table: "Cases",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AnsweredAt",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnsweredBy",
                table: "Cases",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AssignedTo",
                table: "Cases",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AutomatedReports",
                table: "Cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Code",
                table: "Cases",
                type: "TEXT",
                maxLength: 6,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ContentKind",
                table: "Cases",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Country",
                table: "Cases",
                type: "TEXT",
                maxLength: 2,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "HomeLaneId",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "JudgementDueAt",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KeptAs",
                table: "Cases",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KeptBy",
                table: "Cases",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KeptNote",
                table: "Cases",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "Cases",
                type: "TEXT",
                maxLength: 35,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "LeadGuideline",
                table: "Cases",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PausedAt",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PausedTicks",
                table: "Cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "PausedUntil",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "ReportWeight",
                table: "Cases",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<string>(
                name: "SnoozeReason",
                table: "Cases",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SnoozedBy",
                table: "Cases",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SnoozedUntil",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Sources",
                table: "Cases",
                type: "INTEGER",
                maxLength: 40,
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "HandleKey",
                table: "Accounts",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Accounts",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Staff = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LapsedJudgements",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    CaseId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LapsedJudgements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Mentions",
                columns: table => new
                {
                    NoteId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mentions", x => new { x.NoteId, x.To });
                });

            migrationBuilder.CreateTable(
                name: "Notes",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    On = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CaseId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    SubjectKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ErasedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PendingJudgements",
                columns: table => new
                {
                    CaseId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ClaimNumber = table.Column<long>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    RulebookVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Reports = table.Column<int>(type: "INTEGER", nullable: false),
                    Signals = table.Column<int>(type: "INTEGER", nullable: false),
                    Grounds = table.Column<string>(type: "TEXT", nullable: false),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PendingJudgements", x => x.CaseId);
                });

            migrationBuilder.CreateTable(
                name: "Presences",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Staff = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CaseId = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: true),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Presences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Queues",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    Skill = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Members = table.Column<string>(type: "TEXT", nullable: false),
                    HiddenOutcomes = table.Column<string>(type: "TEXT", nullable: false),
                    DueHours = table.Column<string>(type: "TEXT", nullable: true),
                    PausesClock = table.Column<bool>(type: "INTEGER", nullable: false),
                    AgeOutDays = table.Column<int>(type: "INTEGER", nullable: true),
                    AutoAssign = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Queues", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 16, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Filter = table.Column<string>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SketchKeys",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ContentId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SketchKeys", x => new { x.Key, x.SeenAt, x.ContentId, x.Revision });
                });

            migrationBuilder.CreateTable(
                name: "StaffPreferences",
                columns: table => new
                {
                    Staff = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Blurred = table.Column<bool>(type: "INTEGER", nullable: false),
                    Grey = table.Column<bool>(type: "INTEGER", nullable: false),
                    UndoSeconds = table.Column<int>(type: "INTEGER", nullable: true),
                    SingleLetters = table.Column<bool>(type: "INTEGER", nullable: false),
                    Keys = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
            migrationBuilder.Sql("UPDATE Lanes SET Queue = 'unrouted' WHERE Queue = 'general';");
            migrationBuilder.Sql("UPDATE Cases SET Code = upper(substr(hex(Id), 27, 6)), Language = coalesce((SELECT Language FROM Lanes WHERE Lanes.Id = Cases.LaneId), ''), ContentKind = (SELECT Kind FROM Content WHERE Content.Id = Cases.SubjectId AND Cases.SubjectKind = 'Content'), LeadGuideline = json_extract(Guidelines, '$[0]');");
            migrationBuilder.Sql("UPDATE Cases SET Country = coalesce((SELECT Country FROM Accounts WHERE Accounts.Id = Cases.AuthorId), '');");
            migrationBuilder.Sql("UPDATE Reports SET Credibility = 0.5 WHERE CaseId IS NOT NULL AND (ReporterId IS NULL OR NOT EXISTS (SELECT 1 FROM Reports r WHERE r.CaseId = Reports.CaseId AND r.ReporterId = Reports.ReporterId AND r.Id < Reports.Id));");
            migrationBuilder.Sql("UPDATE Cases SET ReportWeight = CASE WHEN Reports = 0 THEN 0 WHEN Reports = 1 THEN 0.5 WHEN Reports = 2 THEN 0.75 ELSE 1 END;");
            migrationBuilder.Sql("UPDATE Cases SET Priority = Priority + 1.9 WHERE Stage = 'Waiting';");
            migrationBuilder.Sql("UPDATE Decisions SET Code = upper(substr(hex(Id), 27, 6));");
            migrationBuilder.Sql("UPDATE Accounts SET HandleKey = lower(ltrim(Handle, '@')), NameKey = lower(ltrim(coalesce(DisplayName, ''), '@'));");
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

@echo off
rem For a double click, by staff who do not use a terminal.
rem Saved as UTF-8 with CRLF line ends; the first command makes the console read it so.
chcp 65001 >nul
setlocal
cd /d "%~dp0.."
title 预览

set "PY="
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 set "PY=py -3"
if defined PY goto found
python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 set "PY=python"
if not defined PY goto no_python

:found
if exist ".venv\Scripts\python.exe" goto has_venv
echo 第一次使用，正在准备，需要几分钟……
%PY% -m venv .venv
if errorlevel 1 goto no_venv

:has_venv
fc /b requirements.lock ".venv\requirements.installed" >nul 2>nul
if not errorlevel 1 goto ready
echo 正在安装所需的组件……
".venv\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
if errorlevel 1 goto no_packages
".venv\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
if errorlevel 1 goto no_packages
copy /y requirements.lock ".venv\requirements.installed" >nul

:ready
set "FORM="
if exist "build\form\form.json" set "FORM=--form build\form"
".venv\Scripts\award-site.exe" serve --open %FORM%
if errorlevel 1 goto failed
goto end

:no_python
echo.
echo 没有找到 Python 3.11 或更高版本。
echo 请从 python.org 下载安装，安装时勾选“Add python.exe to PATH”，再双击本文件。
pause
exit /b 1

:no_venv
echo.
echo 建不了运行环境。请检查本文件夹能否写入、磁盘是否已满，再双击本文件。
pause
exit /b 1

:no_packages
echo.
echo 组件没有装好。请检查网络；单位有软件源的，请管理员设好后再双击本文件。
pause
exit /b 1

:failed
echo.
echo 预览没有启动，或中途停止了。原因见上面的话；改好后再双击本文件。
pause
exit /b 1

:end
endlocal

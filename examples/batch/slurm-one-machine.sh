#!/usr/bin/env bash
# Starts Slurm on this machine alone, to try slurm-array.sh where there is no cluster: as root, without systemd, everything in one folder.
#   . slurm-one-machine.sh FOLDER      (sets SLURM_CONF; stop_slurm ends it)
# Not for a real cluster: jobs are not authenticated.

slurm_folder=$(mkdir -p "$1" && cd "$1" && pwd)
mkdir -p "$slurm_folder/state" "$slurm_folder/spool"
cat >"$slurm_folder/slurm.conf" <<CONF
ClusterName=one
SlurmctldHost=$(hostname)(127.0.0.1)
SlurmctldPort=16817
SlurmdPort=16818
SlurmUser=root
AuthType=auth/none
CredType=cred/none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,bf_interval=1
MpiDefault=none
ReturnToService=2
StateSaveLocation=$slurm_folder/state
SlurmdSpoolDir=$slurm_folder/spool
SlurmctldPidFile=$slurm_folder/slurmctld.pid
SlurmdPidFile=$slurm_folder/slurmd.pid
NodeName=$(hostname) NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$slurm_folder/slurm.conf

stop_slurm() {
  scontrol shutdown >/dev/null 2>&1 || true
  kill "${slurm_programs[@]}" 2>/dev/null || true
  wait "${slurm_programs[@]}" 2>/dev/null || true
}

slurm_programs=()
slurmctld -D >"$slurm_folder/slurmctld.log" 2>&1 &
slurm_programs+=($!)
slurmd -D >"$slurm_folder/slurmd.log" 2>&1 &
slurm_programs+=($!)
for _ in $(seq 300); do
  sinfo -h -o %t 2>/dev/null | grep -q idle && return 0
  sleep 0.1
done
echo "Slurm did not start: see $slurm_folder/*.log" >&2
stop_slurm
return 1
